package io.suturescope.app.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first line of a request and whom it is for: what both signatures of an exchange cover.
///
/// @param method GET, PUT or POST
/// @param target path and query as sent
/// @param authority value of `Host`
record RequestHead(String method, String target, String authority) {

  private static final List<String> LINE =
      List.of("\"@method\"", "\"@authority\"", "\"@path\"", "\"@query\"");

  String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /// With the question mark, which stands alone when there is no query.
  String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "?" : target.substring(mark);
  }

  boolean hasBody() {
    return !method.equals("GET");
  }

  /// The only list of components that a signature of this request may cover.
  ///
  /// @param instance true when the request names the instance it is for
  String components(boolean instance) {
    List<String> names = new ArrayList<>(LINE);
    names.add("\"cs-protocol\"");
    if (instance) {
      names.add("\"cs-instance\"");
    }
    if (hasBody()) {
      names.add("\"content-type\"");
      names.add("\"content-digest\"");
    }
    return "(" + String.join(" ", names) + ")";
  }

  /// The lines of the signature base for this head.
  ///
  /// @param suffix `;req` in a response, else nothing
  List<String> lines(String suffix) {
    List<String> values = List.of(method, authority, path(), query());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINE.size(); i++) {
      lines.add(LINE.get(i) + suffix + ": " + values.get(i));
    }
    return lines;
  }

  /// What is signed of a request; empty when a covered field is missing.
  Optional<String> base(Fields fields, SignatureInput input) {
    List<String> lines = new ArrayList<>(lines(""));
    List<String> names = new ArrayList<>(List.of("cs-protocol"));
    if (fields.has("cs-instance")) {
      names.add("cs-instance");
    }
    if (hasBody()) {
      names.add("content-type");
      names.add("content-digest");
    }
    for (String name : names) {
      Optional<String> value = fields.value(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      lines.add("\"" + name + "\": " + value.get());
    }
    lines.add("\"@signature-params\": " + input.text());
    return Optional.of(String.join("\n", lines));
  }
}
