package io.suturescope.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.suturescope.app.secrets.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden exchanges of agents/contract: what a real agent was asked, and what it answered. Its
/// own suite holds the other end to them.
class ContractTest {

  private static final Path EXCHANGES = Path.of("..", "agents", "contract", "exchanges");

  /// Answers of somebody who could not know who asked.
  private static final Set<String> UNSIGNED = Set.of("unauthenticated-401", "wrong-authority-421");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(EXCHANGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  /// One message as it was on the wire.
  private record Message(String first, Fields fields, byte[] body) {

    static Message of(WireObject side) {
      byte[] bytes = Mac256.decode(side.said("bytes_b64")).orElseThrow();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
      List<Fields.Field> fields = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        int colon = line.indexOf(':');
        fields.add(new Fields.Field(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
      return new Message(
          lines.getFirst(), new Fields(fields), Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }
  }

  private record Exchange(
      WireObject all, Message request, Message answer, RequestHead head, Secret secret) {

    static Exchange read(String name) throws IOException {
      WireObject all =
          WireObject.parse(Files.readAllBytes(EXCHANGES.resolve(name + ".json"))).orElseThrow();
      WireObject asked = all.object("request");
      Message request = Message.of(asked);
      String query = asked.said("query");
      return new Exchange(
          all,
          request,
          Message.of(all.object("response")),
          new RequestHead(
              asked.said("method"),
              asked.said("path") + (query.isEmpty() ? "" : "?" + query),
              request.fields().value("host").orElseThrow()),
          Secret.owning(Base64.getUrlDecoder().decode(all.object("key").said("secret"))));
    }

    int status() {
      return (int) all.object("response").number("status").orElseThrow();
    }

    Optional<String> judged(byte[] body) {
      ResponseVerifier verifier =
          new ResponseVerifier(head, all.said("nonce"), all.object("key").said("keyid"), secret);
      return verifier.reason(status(), answer.fields(), body);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void ourSignatureOfTheSameRequestIsTheSame(String name) throws IOException {
    Exchange exchange = Exchange.read(name);
    SignatureInput input =
        exchange
            .request()
            .fields()
            .value("signature-input")
            .flatMap(SignatureInput::parse)
            .orElseThrow();
    Fields ours =
        new RequestSigner(input.keyid(), exchange.secret())
            .sign(
                exchange.head(),
                exchange.request().fields().value("cs-instance"),
                exchange.request().body(),
                input.created(),
                input.nonce());
    boolean same = ours.value("signature").equals(exchange.request().fields().value("signature"));
    assertThat(same).isEqualTo(!UNSIGNED.contains(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theAnswerIsBelievedWhenItIsSignedAndOnlyAsItCame(String name) throws IOException {
    Exchange exchange = Exchange.read(name);
    byte[] body = exchange.answer().body();
    boolean stream = name.startsWith("events");
    Optional<String> reason = exchange.judged(stream ? new byte[0] : body);
    assertThat(reason)
        .isEqualTo(UNSIGNED.contains(name) ? Optional.of("unsigned") : Optional.empty());
    if (!stream && body.length > 0) {
      byte[] turned = body.clone();
      turned[body.length / 2] ^= 1;
      assertThat(exchange.judged(turned)).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theAnswerIsUnderstood(String name) throws IOException {
    Exchange exchange = Exchange.read(name);
    if (name.startsWith("events")) {
      assertThat(new String(exchange.answer().body(), StandardCharsets.UTF_8))
          .contains("event: hello\n");
      return;
    }
    WireObject body = WireObject.parse(exchange.answer().body()).orElseThrow();
    if (exchange.status() >= 400) {
      assertThat(body.said("type")).startsWith("urn:codesuture:problem:");
      return;
    }
    switch (name) {
      case "agent" -> assertThat(Reports.agent(body)).isPresent();
      case "patch", "patch-after-rollback" -> assertThat(Reports.patch(body)).isPresent();
      case "patches" ->
          assertThat(body.objects("patches"))
              .isNotEmpty()
              .allSatisfy(patch -> assertThat(Reports.patch(patch)).isPresent());
      case "preview" ->
          assertThat(Reports.preview(body))
              .hasValueSatisfying(preview -> assertThat(preview.would()).isNotEmpty());
      case "commands" ->
          assertThat(body.objects("commands"))
              .isNotEmpty()
              .allSatisfy(command -> assertThat(Reports.command(command)).isPresent());
      case "alerts", "holds", "verdicts", "incidents" ->
          assertThat(body.objects(name)).isNotEmpty();
      case "code" -> assertThat(body.said("patch_id")).startsWith("p_");
      default -> assertThat(Reports.command(body)).as(name).isPresent();
    }
  }
}
