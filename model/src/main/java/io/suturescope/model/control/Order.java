package io.suturescope.model.control;

/// What one command is about: always exactly one object (control-protocol.md 7.3).
public sealed interface Order {

  CommandKind kind();

  /// The object's id: a patch, a rollback or an incident.
  String target();

  /// @param etag of the patch that the operator saw
  record Rollback(String patchId, String etag, HoldMode hold) implements Order {
    @Override
    public CommandKind kind() {
      return CommandKind.ROLLBACK;
    }

    @Override
    public String target() {
      return patchId;
    }
  }

  /// @param rollbackId the command that is taken back
  /// @param patchId of the patch that comes back; not sent, read back afterwards
  /// @param etag of the patch as it is now
  record Reapply(String rollbackId, String patchId, String etag) implements Order {
    @Override
    public CommandKind kind() {
      return CommandKind.REAPPLY;
    }

    @Override
    public String target() {
      return patchId;
    }
  }

  /// @param etag of the patch that the operator saw
  record MarkFixed(String patchId, String etag) implements Order {
    @Override
    public CommandKind kind() {
      return CommandKind.MARK_FIXED;
    }

    @Override
    public String target() {
      return patchId;
    }
  }

  /// @param incidentId twelve hex digits
  record Dismiss(String incidentId) implements Order {
    @Override
    public CommandKind kind() {
      return CommandKind.DISMISS;
    }

    @Override
    public String target() {
      return incidentId;
    }
  }

  record ReleaseHold(String patchId) implements Order {
    @Override
    public CommandKind kind() {
      return CommandKind.RELEASE_HOLD;
    }

    @Override
    public String target() {
      return patchId;
    }
  }
}
