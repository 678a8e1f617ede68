package io.suturescope.model.redaction;

/// Finds secrets by their look, whatever they are called.
final class Shapes {

  /// How a key that names its maker begins, and how many characters must follow at least.
  private record Maker(String prefix, int least) {}

  private static final Maker[] MAKERS = {
    new Maker("AKIA", 12),
    new Maker("ASIA", 12),
    new Maker("AROA", 12),
    new Maker("AIDA", 12),
    new Maker("ghp_", 3),
    new Maker("gho_", 3),
    new Maker("ghu_", 3),
    new Maker("ghs_", 3),
    new Maker("ghr_", 3),
    new Maker("github_pat_", 3),
    new Maker("glpat-", 3),
    new Maker("gldt-", 8),
    new Maker("glrt-", 8),
    new Maker("glcbt-", 8),
    new Maker("glptt-", 8),
    new Maker("gloas-", 8),
    new Maker("xoxb-", 3),
    new Maker("xoxp-", 3),
    new Maker("xoxa-", 3),
    new Maker("xoxr-", 3),
    new Maker("xoxs-", 3),
    new Maker("xoxe-", 3),
    new Maker("xoxe.", 3),
    new Maker("xapp-", 3),
    new Maker("sk_live_", 3),
    new Maker("sk_test_", 3),
    new Maker("rk_live_", 3),
    new Maker("rk_test_", 3),
    new Maker("pk_live_", 3),
    new Maker("pk_test_", 3),
    new Maker("whsec_", 3),
    new Maker("sk-proj-", 3),
    new Maker("sk-ant-", 3),
    new Maker("sk-or-", 8),
    new Maker("sk-", 20),
    new Maker("AIza", 12),
    new Maker("ya29.", 6),
    new Maker("GOCSPX-", 3),
    new Maker("1//0", 20),
    new Maker("npm_", 16),
    new Maker("pypi-", 24),
    new Maker("hf_", 16),
    new Maker("dop_v1_", 3),
    new Maker("doo_v1_", 3),
    new Maker("dor_v1_", 3),
    new Maker("shpat_", 3),
    new Maker("shpss_", 3),
    new Maker("shpca_", 3),
    new Maker("shppa_", 3),
    new Maker("SG.", 20),
    new Maker("key-", 28),
    new Maker("sq0atp-", 3),
    new Maker("sq0csp-", 3),
    new Maker("sq0idp-", 3),
    new Maker("EAAA", 40),
    new Maker("EAAC", 40),
    new Maker("lin_api_", 3),
    new Maker("PMAK-", 3),
    new Maker("dckr_pat_", 3),
    new Maker("hvs.", 8),
    new Maker("hvb.", 8),
    new Maker("hvr.", 8),
    new Maker("NRAK-", 3),
    new Maker("NRJS-", 3),
    new Maker("NRII-", 3),
    new Maker("glsa_", 8),
    new Maker("glc_", 16),
    new Maker("dapi", 28),
    new Maker("rubygems_", 16),
    new Maker("figd_", 8),
    new Maker("ntn_", 16),
    new Maker("secret_", 24),
    new Maker("pscale_tkn_", 3),
    new Maker("pscale_pw_", 3),
    new Maker("pscale_oauth_", 3),
    new Maker("sntrys_", 3),
    new Maker("sntryu_", 3),
    new Maker("AGE-SECRET-KEY-1", 3),
    new Maker("xkeysib-", 3),
    new Maker("sbp_", 16),
    new Maker("tfp_", 16),
    new Maker("EZAK", 40),
    new Maker("EZTK", 40),
    new Maker("live_", 32),
    new Maker("r8_", 24),
    new Maker("gsk_", 24),
    new Maker("pplx-", 24),
    new Maker("fio-u-", 16),
    new Maker("AAAA", 100),
    new Maker("CCIPAT_", 3),
    new Maker("ATATT3", 12),
    new Maker("ATCTT3", 12),
    new Maker("ATBB", 20),
    new Maker("LTAI", 12),
    new Maker("AKID", 24),
    new Maker("eyJ", 12)
  };

  private static final String PEM = "-----BEGIN ";
  private static final String PEM_END = "-----END ";
  private static final int AZURE_TAIL = 31;

  private final String text;
  private final Spans hidden;

  /// The end of the last run of characters that a key may hold, and where in it nothing but small
  /// letters follow: so that no character is looked at again and again.
  private int runEnd;

  private int plainFrom = Integer.MAX_VALUE;

  Shapes(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  void find() {
    pem();
    for (int at = 0; at < text.length(); at++) {
      at = Math.max(at, made(at) - 1);
    }
    new Addresses(text, hidden).find();
    new CheckedNumbers(text, hidden).find();
    new Drawn(text, hidden).find();
  }

  private void pem() {
    int from = text.indexOf(PEM);
    while (from >= 0) {
      int body = text.indexOf("-----", from + PEM.length());
      boolean secret = body > 0 && body - from < 100;
      int end = body < 0 ? -1 : text.indexOf(PEM_END, body);
      if (!secret && body >= 0) {
        from = text.indexOf(PEM, from + 1);
        continue;
      }
      hidden.hide(body < 0 ? from : body + 5, end < 0 ? text.length() : end);
      from = end < 0 ? -1 : text.indexOf(PEM, end);
    }
  }

  /// Hides a key that begins here, and says where it ends.
  private int made(int at) {
    char c = text.charAt(at);
    if (c == '8' && text.startsWith("8Q~", at)) {
      return azure(at);
    }
    if (!Chars.isAsciiLetterOrDigit(c)) {
      return at;
    }
    for (Maker maker : MAKERS) {
      if (c == maker.prefix().charAt(0) && text.startsWith(maker.prefix(), at)) {
        int end = bodyEnd(at + maker.prefix().length());
        if (isKey(maker, at, end)) {
          hidden.hide(at, end);
          return end;
        }
      }
    }
    return at;
  }

  private boolean isKey(Maker maker, int at, int end) {
    int body = end - at - maker.prefix().length();
    boolean bounded = at == 0 || !Chars.isWord(text.charAt(at - 1));
    boolean escaped = at > 0 && Chars.isEscaped(text, at - 1, 0);
    boolean telling = maker.least() <= 3;
    if (body < maker.least() || !(bounded || escaped || telling)) {
      return false;
    }
    return telling || hasDigitOrCapital(at + maker.prefix().length(), end);
  }

  private boolean hasDigitOrCapital(int from, int to) {
    if (from >= plainFrom) {
      return false;
    }
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (Chars.isDigit(c) || (c >= 'A' && c <= 'Z')) {
        return true;
      }
    }
    plainFrom = from;
    return false;
  }

  private int bodyEnd(int at) {
    if (at < runEnd) {
      return runEnd;
    }
    int end = at;
    while (end < text.length() && isBody(text.charAt(end))) {
      end++;
    }
    runEnd = end;
    plainFrom = Integer.MAX_VALUE;
    return end;
  }

  private static boolean isBody(char c) {
    return Chars.isAsciiLetterOrDigit(c) || "_-.+/=~".indexOf(c) >= 0;
  }

  /// Client secrets of Azure bear their mark after three characters.
  private int azure(int mark) {
    int from = Math.max(0, mark - 3);
    int end = bodyEnd(mark);
    if (end - mark >= AZURE_TAIL) {
      hidden.hide(from, end);
    }
    return end;
  }
}
