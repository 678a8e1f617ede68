package io.suturescope.model.redaction;

/// Finds numbers that prove by their own check digits what they are: cards and bank accounts; and
/// social security numbers by their form.
final class CheckedNumbers {

  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;
  private static final int SHORTEST_IBAN = 15;
  private static final int LONGEST_IBAN = 34;

  private final String text;
  private final Spans hidden;

  CheckedNumbers(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  void find() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean starts = at == 0 || isBoundary(at);
      if (starts && Chars.isDigit(c)) {
        at = digits(at);
      } else if (starts && isCapital(c)) {
        at = account(at);
      } else {
        at++;
      }
    }
  }

  private boolean isBoundary(int at) {
    char before = text.charAt(at - 1);
    return Chars.isEscaped(text, at - 1, 0) || !(Chars.isWord(before) || before == '.');
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private int digits(int from) {
    StringBuilder digits = new StringBuilder();
    StringBuilder groups = new StringBuilder();
    int at = from;
    int end = from;
    while (at < text.length() && digits.length() <= LONGEST_CARD) {
      char c = text.charAt(at);
      if (Chars.isDigit(c)) {
        digits.append(c);
        groups.append('9');
        end = at + 1;
      } else if ((c == ' ' || c == '-') && end == at) {
        groups.append(c);
      } else {
        break;
      }
      at++;
    }
    boolean alone = end >= text.length() || !Chars.isWord(text.charAt(end));
    if (alone && (isCard(digits) || groups.toString().strip().equals("999-99-9999"))) {
      hidden.hide(from, end);
      return end;
    }
    int next = from;
    while (next < text.length() && Chars.isDigit(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isCard(CharSequence digits) {
    int length = digits.length();
    if (length < SHORTEST_CARD || length > LONGEST_CARD) {
      return false;
    }
    int four = Integer.parseInt(digits.subSequence(0, 4).toString());
    int two = four / 100;
    boolean visa = two / 10 == 4;
    boolean unionPay = two == 62;
    boolean known =
        switch (length) {
          case 13 -> visa;
          case 14 -> two == 30 || two == 36 || two == 38;
          case 15 -> two == 34 || two == 37;
          case 16 -> visa || unionPay || isSixteen(four);
          case 19 -> visa || unionPay;
          default -> unionPay && length > 16;
        };
    return known && luhn(digits);
  }

  private static boolean isSixteen(int four) {
    int two = four / 100;
    boolean master = (two > 50 && two < 56) || (four > 2220 && four < 2721);
    return master || two == 35 || two == 64 || two == 65 || four == 6011;
  }

  private static boolean luhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private int account(int from) {
    StringBuilder number = new StringBuilder();
    int at = from;
    int end = from;
    while (at < text.length() && number.length() <= LONGEST_IBAN) {
      char c = text.charAt(at);
      boolean fits = number.length() < 2 ? isCapital(c) : isCapital(c) || Chars.isDigit(c);
      if (fits && (number.length() / 2 != 1 || Chars.isDigit(c))) {
        number.append(c);
        end = at + 1;
      } else if (c != ' ' || end != at || number.length() % 4 != 0 || number.isEmpty()) {
        break;
      }
      at++;
      if (isAccount(number) && (at >= text.length() || !Chars.isWord(text.charAt(at)))) {
        hidden.hide(from, end);
        return end;
      }
    }
    int next = from;
    while (next < text.length() && Chars.isWord(text.charAt(next))) {
      next++;
    }
    return Math.max(next, from + 1);
  }

  private static boolean isAccount(CharSequence number) {
    int length = number.length();
    if (length < SHORTEST_IBAN || length > LONGEST_IBAN) {
      return false;
    }
    int rest = 0;
    for (int i = 0; i < length; i++) {
      char c = number.charAt((i + 4) % length);
      int value = Chars.isDigit(c) ? c - '0' : c - 'A' + 10;
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }
}
