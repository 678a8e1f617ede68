package io.suturescope.model.redaction;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// Finds what is secret in addresses: the user before the host, and the paths of webhooks.
final class Addresses {

  private static final int LONGEST = 512;
  private static final Set<String> PLAIN = Set.of("mailto", "sip", "xmpp", "git", "http", "https");
  private static final String MASK = "•••";

  private final String text;
  private final Spans hidden;

  Addresses(String text, Spans hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  static String hostOnly(String url) {
    try {
      URI uri = new URI(url);
      return uri.getScheme() == null || uri.getHost() == null
          ? MASK
          : uri.getScheme() + "://" + uri.getHost() + "/" + MASK;
    } catch (URISyntaxException notAUrl) {
      return MASK;
    }
  }

  void find() {
    int at = text.indexOf("://");
    while (at >= 0) {
      at = text.indexOf("://", address(at));
    }
    for (int i = text.indexOf('@'); i >= 0; i = text.indexOf('@', i + 1)) {
      beforeHost(i);
    }
  }

  private int address(int colon) {
    int from = colon + 3;
    int limit = Math.min(text.length(), from + LONGEST);
    boolean web = endsWith(colon, "http") || endsWith(colon, "https");
    int at = -1;
    int end = from;
    boolean path = false;
    while (end < limit && !isEnd(text.charAt(end))) {
      char c = text.charAt(end);
      path |= c == '/' || c == '?' || c == '#';
      if (c == '@' && (!path || !web)) {
        at = end;
      }
      if (path && web && at < 0) {
        break;
      }
      end++;
    }
    if (at > 0) {
      hidden.hide(from, at);
    } else if (end == text.length() || Chars.isQuote(text.charAt(end))) {
      cut(from, end);
    }
    return Math.max(webhook(from), Math.max(from, at));
  }

  /// `scheme://user:pass` without a host: the text was cut.
  private void cut(int from, int end) {
    int colon = text.indexOf(':', from, end);
    if (colon < 0) {
      return;
    }
    String rest = text.substring(colon + 1, end);
    boolean port = rest.length() < 6 && rest.chars().allMatch(c -> Chars.isDigit((char) c));
    boolean filledIn = rest.startsWith("{") || rest.startsWith("%");
    if (!port && !filledIn && rest.indexOf('/') < 0) {
      hidden.hide(from, end);
    }
  }

  /// Hides the path of a webhook, and says where it ends; 0 when it is none.
  private int webhook(int from) {
    int limit = Math.min(text.length(), from + LONGEST);
    int slash = from;
    while (slash < limit && text.charAt(slash) != '/' && !isEnd(text.charAt(slash))) {
      slash++;
    }
    String host = slash - from > 253 ? "" : text.substring(from, slash);
    boolean hook =
        host.startsWith("hooks.")
            || host.endsWith("webhook.office.com")
            || host.endsWith("logic.azure.com")
            || (host.endsWith("discord.com") && text.startsWith("/api/webhooks", slash))
            || (host.endsWith("discordapp.com") && text.startsWith("/api/webhooks", slash))
            || (host.equals("api.telegram.org") && text.startsWith("/bot", slash));
    if (!hook) {
      return 0;
    }
    int end = slash;
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    hidden.hide(Math.min(end, slash + 1), end);
    return end;
  }

  /// `user:password@host` without a scheme.
  private void beforeHost(int at) {
    boolean host = at + 1 < text.length() && Chars.isWord(text.charAt(at + 1));
    int from = at;
    int colon = -1;
    while (host && from > 0 && at - from < LONGEST / 2 && !isEnd(text.charAt(from - 1))) {
      from--;
      char c = text.charAt(from);
      if (c == '/' || c == '=' || c == ',' || (c == '@' && from < at)) {
        break;
      }
      colon = c == ':' ? from : colon;
    }
    if (colon > from && colon + 1 < at) {
      int start = Chars.isWord(text.charAt(from)) ? from : from + 1;
      if (!PLAIN.contains(text.substring(start, colon))) {
        hidden.hide(colon + 1, at);
      }
    }
  }

  private boolean endsWith(int end, String scheme) {
    return text.regionMatches(true, end - scheme.length(), scheme, 0, scheme.length());
  }

  private static boolean isEnd(char c) {
    return Character.isWhitespace(c)
        || Chars.isQuote(c)
        || c == '<'
        || c == '>'
        || c == '\\'
        || c == '\u2022';
  }
}
