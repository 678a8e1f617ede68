package io.suturescope.app.agent;

import io.suturescope.app.secrets.Secret;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLException;

/// A server on a real socket that answers as a test tells it, byte for byte, signed or not.
final class RawAgent implements AutoCloseable {

  static final String INSTANCE = "b9b5a6d3d6f9267a95c8579a925014ff";

  private final ServerSocket listener;
  private final Secret secret;
  private final String keyid;
  private final Script script;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// What came over the wire.
  record Asked(String method, String target, List<String> fields, String body) {

    String field(String name) {
      return fields.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }

    String nonce() {
      return field("signature-input").replaceAll(".*;nonce=\"([^\"]*)\".*", "$1");
    }
  }

  interface Script {
    /// @return the bytes of the answer; none to close the connection
    byte[] answer(RawAgent agent, Asked asked, int number) throws IOException;
  }

  RawAgent(Secret secret, String keyid, Script script) throws IOException {
    this(ServerSocketFactory.getDefault(), secret, keyid, script);
  }

  RawAgent(ServerSocketFactory sockets, Secret secret, String keyid, Script script)
      throws IOException {
    this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.secret = secret;
    this.keyid = keyid;
    this.script = script;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  List<Asked> asked() {
    return asked;
  }

  List<Asked> asked(String method) {
    return asked.stream().filter(each -> each.method().equals(method)).toList();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofPlatform().daemon().start(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      Optional<Asked> request = read(in);
      if (request.isPresent()) {
        asked.add(request.get());
        out.write(script.answer(this, request.get(), asked.size()));
        out.flush();
      }
    } catch (SocketException | SSLException gone) {
      // The console has hung up, or did not want to speak with this one.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Asked> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      fields.add(line);
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    String[] words = first.split(" ", -1);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Optional.of(new Asked(words[0], words[1], fields, body));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.US_ASCII).stripTrailing();
  }

  static byte[] unsigned(int status, String body) {
    return response(
        status, Fields.of("Content-Type", "application/json", "CS-Instance", INSTANCE), body);
  }

  byte[] signed(Asked to, int status, String body) {
    return signed(to, status, body, INSTANCE, secret);
  }

  byte[] signed(Asked to, int status, String body, String instance, Secret with) {
    String type = status < 300 ? "application/json" : "application/problem+json";
    String digest = Mac256.contentDigest(body.getBytes(StandardCharsets.UTF_8));
    String components =
        "(\"@status\" \"content-type\" \"content-digest\" \"cs-instance\" \"@method\";req"
            + " \"@authority\";req \"@path\";req \"@query\";req)";
    SignatureInput input =
        new SignatureInput(
            components, 1, 61, to.nonce(), keyid, "hmac-sha256", SignatureInput.RESPONSE_TAG);
    Fields fields =
        Fields.of("Content-Type", type, "Content-Digest", digest, "CS-Instance", instance);
    RequestHead head = new RequestHead(to.method(), to.target(), "web-1.agent.invalid");
    String base =
        new ResponseVerifier(head, to.nonce(), keyid, with)
            .base(status, fields, input)
            .orElseThrow();
    String mac = Base64.getEncoder().encodeToString(Mac256.sign(with, base));
    List<Fields.Field> all = new ArrayList<>(fields.all());
    all.add(new Fields.Field("Signature-Input", "cs=" + input.text()));
    all.add(new Fields.Field("Signature", "cs=:" + mac + ":"));
    return response(status, new Fields(all), body);
  }

  /// The signed head of an event stream, and events.
  byte[] stream(Asked to, String events) {
    SignatureInput input =
        new SignatureInput(
            "(\"@status\" \"content-type\" \"cs-instance\" \"@method\";req \"@authority\";req"
                + " \"@path\";req \"@query\";req)",
            1,
            61,
            to.nonce(),
            keyid,
            "hmac-sha256",
            SignatureInput.RESPONSE_TAG);
    Fields fields = Fields.of("Content-Type", "text/event-stream", "CS-Instance", INSTANCE);
    RequestHead head = new RequestHead(to.method(), to.target(), "web-1.agent.invalid");
    String base =
        new ResponseVerifier(head, to.nonce(), keyid, secret)
            .base(200, fields, input)
            .orElseThrow();
    String mac = Base64.getEncoder().encodeToString(Mac256.sign(secret, base));
    return ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCS-Instance: "
            + INSTANCE
            + ("\r\nSignature-Input: cs=" + input.text())
            + ("\r\nSignature: cs=:" + mac + ":\r\nConnection: close\r\n\r\n" + events))
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] problem(Asked to, int status, String type) {
    return problem(to, status, type, "");
  }

  byte[] problem(Asked to, int status, String type, String more) {
    return signed(
        to,
        status,
        "{\"type\":\"urn:codesuture:problem:" + type + "\",\"status\":" + status + more + "}");
  }

  private static byte[] response(int status, Fields fields, String body) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    fields.all().forEach(field -> text.append(field.name() + ": " + field.value() + "\r\n"));
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    text.append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n").append(body);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
