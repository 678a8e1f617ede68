package io.suturescope.model.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Judges by a name alone whether what it names is a secret. Knows `camelCase`, `UPPER_CASE`,
/// `Header-Style` and `dotted.names`.
final class SecretNames {

  enum Kind {
    /// Whatever stands there is a secret.
    SECRET,
    /// A secret only if it looks like one.
    PERHAPS,
    ORDINARY
  }

  private static final int LONGEST = 120;

  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "pwd",
          "passphrase",
          "passcode",
          "pass",
          "pw",
          "psw",
          "secret",
          "secrets",
          "token",
          "tokens",
          "apikey",
          "auth",
          "oauth",
          "authorization",
          "authentication",
          "bearer",
          "cookie",
          "cookies",
          "session",
          "credential",
          "credentials",
          "creds",
          "cred",
          "dsn",
          "salt",
          "otp",
          "totp",
          "pin",
          "ssn",
          "iban",
          "cvv",
          "cvc",
          "cvv2",
          "jwt",
          "csrf",
          "xsrf",
          "sid",
          "sessid",
          "pem",
          "mnemonic",
          "passkey",
          "cardnumber",
          "creditcard",
          "sas",
          "webhook",
          "kennwort",
          "passwort",
          "userpass",
          "htpasswd",
          "pepper");

  /// Words that make the word before them a secret: `api key`, `connection string`.
  private static final Set<String> PAIRS =
      Set.of(
          "api key",
          "api keys",
          "access key",
          "private key",
          "signing key",
          "encryption key",
          "master key",
          "account key",
          "shared key",
          "storage key",
          "service key",
          "license key",
          "licence key",
          "ssh key",
          "host key",
          "crypto key",
          "aes key",
          "hmac key",
          "rsa key",
          "deploy key",
          "client key",
          "subscription key",
          "app key",
          "application key",
          "write key",
          "connection string",
          "conn string",
          "conn str",
          "card number",
          "credit card",
          "account number",
          "social security",
          "set cookie",
          "one time",
          "recovery code",
          "recovery codes",
          "backup code",
          "backup codes",
          "security code",
          "seed phrase",
          "identified by",
          "key base",
          "private keys",
          "consumer key",
          "integration key");

  private static final List<String> INSIDE =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "apikey",
          "accesskey",
          "privatekey",
          "accountkey",
          "authtoken",
          "accesstoken",
          "refreshtoken",
          "credential",
          "connectionstring",
          "connstr",
          "authoriz",
          "sessionid",
          "sessid",
          "signingkey",
          "encryptionkey",
          "cardnumber",
          "authkey",
          "secretkey",
          "mypwd",
          "dbpwd",
          "cookie");

  private static final List<String> ENDS = List.of("token", "pwd", "pass");
  private static final Set<String> NOT_ENDS = Set.of("bypass", "compass", "trespass", "surpass");

  private static final Set<String> PERHAPS =
      Set.of(
          "key",
          "keys",
          "signature",
          "sig",
          "hmac",
          "nonce",
          "seed",
          "license",
          "licence",
          "private",
          "pan",
          "pk");

  /// A name that ends so tells something about a secret, not the secret.
  private static final Set<String> ABOUT =
      Set.of(
          "lifetime",
          "ttl",
          "count",
          "counts",
          "length",
          "len",
          "size",
          "type",
          "kind",
          "name",
          "names",
          "path",
          "file",
          "dir",
          "limit",
          "limits",
          "expiry",
          "expires",
          "age",
          "url",
          "endpoint",
          "enabled",
          "required",
          "policy",
          "version",
          "algorithm",
          "method",
          "class",
          "used",
          "validator",
          "validators",
          "factory",
          "backend",
          "backends",
          "middleware",
          "manager",
          "handler",
          "error",
          "attempts",
          "index",
          "module",
          "header",
          "domain",
          "field",
          "guard",
          "timeout",
          "scheme",
          "realm",
          "samesite",
          "secure",
          "httponly",
          "status",
          "state",
          "per",
          "budget",
          "seconds",
          "minutes",
          "days",
          "prefix",
          "format",
          "hasher",
          "hashers",
          "location",
          "scope",
          "scopes",
          "issuer",
          "audience",
          "present",
          "valid",
          "ok",
          "failed");

  private static final Set<String> AMOUNTS =
      Set.of("max", "min", "num", "total", "prompt", "completion", "input", "output", "n");

  private SecretNames() {}

  /// Judges a name; anything longer than 120 characters is no name.
  static Kind judge(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return Kind.ORDINARY;
    }
    List<String> words = words(lastSegment(name));
    if (words.isEmpty()) {
      return Kind.ORDINARY;
    }
    String last = words.getLast();
    boolean about = words.size() > 1 && ABOUT.contains(last);
    if (about || (AMOUNTS.contains(words.getFirst()) && last.equals("tokens"))) {
      return Kind.ORDINARY;
    }
    if (hasSecretWord(words)) {
      return Kind.SECRET;
    }
    return words.stream().anyMatch(PERHAPS::contains) ? Kind.PERHAPS : Kind.ORDINARY;
  }

  static boolean isSecret(String name) {
    return judge(name) == Kind.SECRET;
  }

  /// Whether a word and the one that begins at a place are a name of two words.
  static boolean isPair(String first, String text, int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST && Chars.isWord(text.charAt(end))) {
      end++;
    }
    String both = first + " " + text.substring(at, end);
    return PAIRS.contains(both.toLowerCase(Locale.ROOT));
  }

  /// Of `spring.datasource.password` the last part counts, of `aws.secret.key` the last two.
  private static String lastSegment(String name) {
    int dot = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'));
    if (dot < 0) {
      return name;
    }
    String last = name.substring(dot + 1);
    if (last.length() > 1 && !Set.of("key", "value", "id", "string", "hash").contains(last)) {
      return last;
    }
    int before = Math.max(name.lastIndexOf('.', dot - 1), name.lastIndexOf('/', dot - 1));
    return name.substring(before + 1);
  }

  private static boolean hasSecretWord(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (WORDS.contains(word) || holds(word)) {
        return true;
      }
      if (i > 0 && PAIRS.contains(words.get(i - 1) + " " + word)) {
        return true;
      }
    }
    return words.size() > 1 && holds(String.join("", words));
  }

  private static boolean holds(String word) {
    for (String part : INSIDE) {
      if (word.contains(part)) {
        return !word.equals("secretary") && !word.equals("cookiecutter");
      }
    }
    for (String end : ENDS) {
      if (word.endsWith(end)) {
        return !NOT_ENDS.contains(word);
      }
    }
    return false;
  }

  /// The words of a name in lower case.
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= name.length(); at++) {
      boolean end = at == name.length() || !Character.isLetterOrDigit(name.charAt(at));
      if (end || isHump(name, at, from)) {
        if (at > from) {
          words.add(name.substring(from, at).toLowerCase(Locale.ROOT));
        }
        from = end ? at + 1 : at;
      }
    }
    return words;
  }

  private static boolean isHump(String name, int at, int from) {
    if (at <= from || !Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    boolean afterSmall = !Character.isUpperCase(name.charAt(at - 1));
    boolean beforeSmall = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return afterSmall || beforeSmall;
  }
}
