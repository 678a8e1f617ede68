package io.suturescope.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between console and agent, and cuts some of the commands off: before they arrive, or
/// before their answer comes back.
final class CuttingProxy implements AutoCloseable {

  /// Where the next commands are cut.
  enum Cut {
    BEFORE,
    AFTER
  }

  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int agent;
  private final Cut cut;
  private final AtomicInteger left;

  /// @param agent port
  /// @param cuts how many commands are cut
  CuttingProxy(int agent, Cut cut, int cuts) throws IOException {
    this.agent = agent;
    this.cut = cut;
    this.left = new AtomicInteger(cuts);
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofPlatform().daemon().start(() -> pass(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket console) {
    try (console) {
      byte[] request = request(console.getInputStream());
      boolean cutting = request.length > 0 && request[0] == 'P' && request[1] == 'U';
      boolean now = cutting && left.getAndDecrement() > 0;
      if (now && cut == Cut.BEFORE) {
        return;
      }
      try (Socket to = new Socket(InetAddress.getLoopbackAddress(), agent)) {
        to.getOutputStream().write(request);
        byte[] answer = to.getInputStream().readAllBytes();
        if (!now) {
          console.getOutputStream().write(answer);
        }
      }
    } catch (IOException gone) {
      // Either end may go away: that is what is tested.
    }
  }

  /// A whole request: its head, and as many bytes as that says.
  private static byte[] request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < HEAD_END.length) {
      int b = in.read();
      if (b < 0) {
        return new byte[0];
      }
      head.write(b);
      matched = b == HEAD_END[matched] ? matched + 1 : b == '\r' ? 1 : 0;
    }
    for (String line : head.toString(StandardCharsets.US_ASCII).lines().toList()) {
      if (line.startsWith("Content-Length: ")) {
        head.write(in.readNBytes(Integer.parseInt(line.substring("Content-Length: ".length()))));
      }
    }
    return head.toByteArray();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
