package io.suturescope.model.rewind;

import java.util.ArrayList;
import java.util.List;

/// Follows calls and returns, also where the timeline begins inside calls or misses some of them.
final class CallStack {

  /// A running call.
  ///
  /// @param parent number of the calling frame; -1 when it is not known
  record Frame(int number, int depth, int parent, String module, String function) {

    boolean runs(RewindEvent event) {
      return function.equals(event.function()) && module.equals(event.module());
    }
  }

  private final List<Frame> frames = new ArrayList<>();
  private int nextNumber;

  /// Depth of a frame that runs below all known ones; falls when calls end that began before.
  private int ground;

  /// The frame of an event.
  Frame frame(RewindEvent event) {
    return switch (event.event()) {
      case "call" -> push(event);
      case "return" -> {
        Frame frame = current(event);
        frames.removeLast();
        if (frames.isEmpty()) {
          ground = frame.depth() - 1;
        }
        yield frame;
      }
      default -> current(event);
    };
  }

  private Frame push(RewindEvent event) {
    boolean alone = frames.isEmpty();
    int depth = alone ? ground + 1 : frames.getLast().depth() + 1;
    return add(event, depth, alone ? -1 : frames.getLast().number());
  }

  private Frame add(RewindEvent event, int depth, int parent) {
    Frame frame = new Frame(nextNumber++, depth, parent, event.module(), event.function());
    frames.add(frame);
    return frame;
  }

  /// The innermost frame of that function; calls above it have ended unseen. A frame that is not
  /// known began before the timeline did, or its call was not recorded.
  private Frame current(RewindEvent event) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i).runs(event)) {
        frames.subList(i + 1, frames.size()).clear();
        return frames.get(i);
      }
    }
    return frames.isEmpty() ? add(event, ground, -1) : push(event);
  }
}
