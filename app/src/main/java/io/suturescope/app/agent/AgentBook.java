package io.suturescope.app.agent;

import io.suturescope.app.export.JsonOut;
import io.suturescope.app.secrets.PrivateFile;
import io.suturescope.app.secrets.Secret;
import io.suturescope.app.secrets.SecretStore;
import io.suturescope.app.secrets.SecretStores;
import io.suturescope.model.control.AgentName;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// The enrolled agents: a file without secrets beside the workspaces, and a store that has those.
public final class AgentBook {

  private static final String FORMAT = "suturescope-agents";

  private final Path file;
  private final SecretStores stores;

  /// @param folder of the workspaces
  public AgentBook(Path folder, SecretStores stores) {
    this.file = folder.resolve("agents.json");
    this.stores = stores;
  }

  /// All agents by name.
  ///
  /// @throws IOException when the file cannot be read or is not ours
  public List<AgentEntry> entries() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    WireObject all =
        WireObject.parse(Files.readAllBytes(file))
            .filter(object -> object.said("format").equals(FORMAT))
            .orElseThrow(() -> new IOException(file + " is damaged"));
    List<AgentEntry> entries = new ArrayList<>();
    for (WireObject each : all.objects("agents")) {
      entries.add(entry(each).orElseThrow(() -> new IOException(file + " is damaged")));
    }
    entries.sort(Comparator.comparing(AgentEntry::name));
    return entries;
  }

  private static Optional<AgentEntry> entry(WireObject each) {
    long port = each.number("port").orElse(0);
    if (!AgentName.isName(each.said("agent")) || port < 1 || port > 65_535) {
      return Optional.empty();
    }
    return Optional.of(
        new AgentEntry(
            new AgentName(each.said("agent")),
            each.said("host"),
            (int) port,
            each.flag("tls"),
            each.said("keyid"),
            each.said("role"),
            Instant.ofEpochSecond(each.number("not_after").orElse(0)),
            each.text("certificate_pem"),
            each.said("secrets")));
  }

  /// Remembers an agent and keeps its secret.
  ///
  /// @param replace true to put it in the place of one of the same name
  /// @throws Unfit when the name is taken, or the secret is another agent's
  public AgentEntry add(Enrolment enrolment, SecretStore store, boolean replace)
      throws IOException, Unfit {
    List<AgentEntry> entries = new ArrayList<>(entries());
    AgentEntry added = stored(enrolment.entry(), store.name());
    Optional<AgentEntry> there =
        entries.stream().filter(each -> each.name().equals(added.name())).findFirst();
    if (there.isPresent() && !replace) {
      throw new Unfit("there is an agent of this name already; --replace puts this in its place");
    }
    for (AgentEntry other : entries) {
      if (!other.name().equals(added.name()) && sameSecret(enrolment, other)) {
        throw new Unfit("its secret is that of " + other.name() + "; every agent needs its own");
      }
    }
    store.write(added.account(), enrolment.kept());
    entries.removeIf(each -> each.name().equals(added.name()));
    entries.add(added);
    save(entries);
    if (there.isPresent() && !there.get().account().equals(added.account())) {
      forget(there.get());
    }
    return added;
  }

  private boolean sameSecret(Enrolment enrolment, AgentEntry other) throws IOException {
    Optional<Secret> kept = secret(other);
    if (kept.isEmpty()) {
      return false;
    }
    try (Secret theirs = kept.get().slice(0, AgentNetwork.SECRET);
        Secret whole = kept.get();
        Secret ours = enrolment.kept().slice(0, AgentNetwork.SECRET)) {
      return whole.length() > 0 && MessageDigest.isEqual(theirs.copy(), ours.copy());
    }
  }

  private static AgentEntry stored(AgentEntry entry, String store) {
    return new AgentEntry(
        entry.name(),
        entry.host(),
        entry.port(),
        entry.tls(),
        entry.keyid(),
        entry.role(),
        entry.notAfter(),
        entry.certificate(),
        store);
  }

  /// Forgets an agent and its secret.
  ///
  /// @return false when there is none of this name
  public boolean remove(AgentName name) throws IOException {
    List<AgentEntry> entries = new ArrayList<>(entries());
    Optional<AgentEntry> there =
        entries.stream().filter(each -> each.name().equals(name)).findFirst();
    if (there.isEmpty()) {
      return false;
    }
    entries.remove(there.get());
    save(entries);
    forget(there.get());
    return true;
  }

  private void forget(AgentEntry entry) throws IOException {
    Optional<SecretStore> store = stores.named(entry.secrets());
    if (store.isPresent()) {
      store.get().delete(entry.account());
    }
  }

  /// A client for an enrolled agent.
  ///
  /// @throws Unfit when its secret cannot be had, or it may not be spoken with as it is enrolled
  public AgentClient client(AgentNetwork network, AgentEntry entry) throws Unfit {
    try {
      Secret kept =
          secret(entry)
              .orElseThrow(() ->
                  new Unfit("its key is not in the store of secrets (" + entry.secrets() + ")"));
      return network.client(entry, kept);
    } catch (IOException e) {
      throw new Unfit("its key cannot be read: " + e.getMessage());
    }
  }

  private Optional<Secret> secret(AgentEntry entry) throws IOException {
    Optional<SecretStore> store = stores.named(entry.secrets());
    return store.isPresent() ? store.get().read(entry.account()) : Optional.empty();
  }

  private void save(List<AgentEntry> entries) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonOut.indented(text)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", 1);
      json.writeArrayPropertyStart("agents");
      for (AgentEntry entry : entries) {
        write(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    PrivateFile.write(file, (text + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(JsonGenerator json, AgentEntry entry) {
    json.writeStartObject();
    json.writeStringProperty("agent", entry.name().text());
    json.writeStringProperty("host", entry.host());
    json.writeNumberProperty("port", entry.port());
    json.writeBooleanProperty("tls", entry.tls());
    json.writeStringProperty("keyid", entry.keyid());
    json.writeStringProperty("role", entry.role());
    json.writeNumberProperty("not_after", entry.notAfter().getEpochSecond());
    entry.certificate().ifPresent(pem -> json.writeStringProperty("certificate_pem", pem));
    json.writeStringProperty("secrets", entry.secrets());
    json.writeEndObject();
  }
}
