package io.suturescope.views.code;

import io.suturescope.views.rewind.RewindPane;
import io.suturescope.views.rewind.RewindState;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The tabs of a patch, for whoever has the room: the page of a patch, or the pane beside a list.
public final class PatchTabs {

  /// The tabs.
  public enum Tab {
    STORY,
    SOURCE,
    BYTECODE,
    FIX,
    REWIND,
    LIFE
  }

  private final PatchStory story = new PatchStory();
  private final SourceTab source;
  private final BytecodeTab bytecode;
  private final FixTab fix;
  private final RewindPane rewind = new RewindPane();
  private final LifeTab life;
  private Optional<PatchPage> page = Optional.empty();

  /// @param inDetail true where they stand in a narrow pane, from which the page can be opened
  public PatchTabs(PatchActions actions, boolean inDetail) {
    source = new SourceTab(actions);
    bytecode = new BytecodeTab(actions, inDetail);
    fix = new FixTab(actions);
    life = new LifeTab(actions);
  }

  /// Shows another patch; the same page again changes nothing.
  public void show(PatchPage shown) {
    if (page.filter(shown::equals).isPresent()) {
      return;
    }
    page = Optional.of(shown);
    story.show(shown);
    source.show(shown.source(), shown.bytecode().diff());
    bytecode.show(shown);
    fix.show(shown.fix());
  }

  /// Shows the rewinds of the patch; empty while they are read.
  public void showRewinds(Optional<RewindState> rewinds) {
    rewind.show(rewinds);
  }

  /// Shows the life of the patch; empty while it is read.
  public void showLife(Optional<LifeState> state) {
    life.show(state);
  }

  /// A key that was pressed beside the content of a tab, and may be meant for it.
  public void key(Tab tab, KeyEvent event) {
    if (tab == Tab.REWIND) {
      rewind.key(event);
    }
  }

  /// The content of a tab, always the same node.
  public Node node(Tab tab) {
    return switch (tab) {
      case STORY -> story.root();
      case SOURCE -> source.root();
      case BYTECODE -> bytecode.root();
      case FIX -> fix.root();
      case REWIND -> rewind.root();
      case LIFE -> life.root();
    };
  }
}
