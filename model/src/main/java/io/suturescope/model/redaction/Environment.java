package io.suturescope.model.redaction;

import java.util.Locale;
import java.util.Set;

/// Tells an environment of a process, of which every value is masked but those that say nothing of
/// the machine.
final class Environment {

  private static final Set<String> HOLDERS =
      Set.of("environ", "env", "environment", "environb", "os.environ", "envvars", "env_vars");

  private static final Set<String> USUAL =
      Set.of(
          "HOME",
          "PATH",
          "USER",
          "SHELL",
          "PWD",
          "LANG",
          "LOGNAME",
          "HOSTNAME",
          "TERM",
          "TZ",
          "OLDPWD",
          "SHLVL",
          "TMPDIR",
          "LC_ALL",
          "PYTHONPATH",
          "PYTHONHOME",
          "MAIL",
          "EDITOR",
          "VIRTUAL_ENV",
          "USERNAME",
          "USERPROFILE",
          "APPDATA",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "COMSPEC",
          "PATHEXT",
          "DISPLAY",
          "SSH_AUTH_SOCK",
          "XDG_RUNTIME_DIR",
          "LS_COLORS",
          "PYTHONUTF8",
          "PYTHONIOENCODING",
          "DBUS_SESSION_BUS_ADDRESS",
          "KUBERNETES_SERVICE_HOST",
          "_");

  private static final Set<String> SHOWN =
      Set.of(
          "LANG",
          "LANGUAGE",
          "TZ",
          "TERM",
          "COLORTERM",
          "SHLVL",
          "COLUMNS",
          "LINES",
          "PYTHON_VERSION",
          "PYTHONUTF8",
          "PYTHONIOENCODING",
          "PYTHONDONTWRITEBYTECODE",
          "PYTHONUNBUFFERED",
          "PYTHONHASHSEED",
          "PYTHONFAULTHANDLER",
          "PYTHONOPTIMIZE",
          "PYTHONDEVMODE",
          "PYTHONASYNCIODEBUG");

  private Environment() {}

  /// Whether what bears this name is an environment as a whole.
  static boolean isHolder(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return HOLDERS.contains(small) || small.endsWith(".environ") || small.endsWith("_environ");
  }

  /// Whether many processes have a variable of this name.
  static boolean isUsual(String name) {
    return USUAL.contains(name);
  }

  /// Whether the variable's value may be shown.
  static boolean isShown(String name) {
    return SHOWN.contains(name) || name.startsWith("LC_");
  }

  /// Whether environment variables are named so.
  static boolean isVariable(String name) {
    if (name.isEmpty() || name.length() > 80) {
      return false;
    }
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean digit = c >= '0' && c <= '9';
      if (!(c >= 'A' && c <= 'Z') && c != '_' && !(digit && at > 0)) {
        return false;
      }
    }
    return true;
  }
}
