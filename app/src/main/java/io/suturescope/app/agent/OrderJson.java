package io.suturescope.app.agent;

import io.suturescope.app.export.JsonOut;
import io.suturescope.model.control.Order;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/// The body of a command (control-protocol.md 7.3).
public final class OrderJson {

  private OrderJson() {}

  /// @param operator who orders it, 1 to 64 characters
  /// @param reason why, 1 to 500 characters
  public static String body(Order order, String operator, String reason) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonOut.on(text)) {
      json.writeStartObject();
      json.writeStringProperty("kind", order.kind().wire());
      switch (order) {
        case Order.Rollback(String patch, String etag, var hold) -> {
          json.writeStringProperty("patch_id", patch);
          expect(json, etag);
          json.writeObjectPropertyStart("hold");
          json.writeStringProperty("mode", hold.wire());
          json.writeEndObject();
        }
        case Order.Reapply(String rollback, String _, String etag) -> {
          json.writeStringProperty("rollback_id", rollback);
          expect(json, etag);
        }
        case Order.MarkFixed(String patch, String etag) -> {
          json.writeStringProperty("patch_id", patch);
          expect(json, etag);
        }
        case Order.Dismiss(String incident) -> json.writeStringProperty("incident_id", incident);
        case Order.ReleaseHold(String patch) -> json.writeStringProperty("patch_id", patch);
      }
      json.writeStringProperty("operator", operator);
      json.writeStringProperty("reason", reason);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void expect(JsonGenerator json, String etag) {
    json.writeObjectPropertyStart("expect");
    json.writeStringProperty("etag", etag);
    json.writeEndObject();
  }
}
