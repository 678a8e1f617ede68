package io.suturescope.model.query;

/// How a value compares in `severity:>=high` and `ttl:<2d`.
public enum Comparison {
  LESS("<"),
  AT_MOST("<="),
  EQUAL(""),
  AT_LEAST(">="),
  MORE(">");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /// Whether a left side that compares to the right side as `order` (negative, 0, positive)
  /// satisfies this.
  public boolean holds(int order) {
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
      case AT_LEAST -> order >= 0;
      case MORE -> order > 0;
    };
  }
}
