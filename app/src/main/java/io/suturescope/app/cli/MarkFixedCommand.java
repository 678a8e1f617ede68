package io.suturescope.app.cli;

import io.suturescope.model.control.Order;
import io.suturescope.model.control.PatchReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `suturescope mark-fixed`.
@Command(
    name = "mark-fixed",
    header = "Mark the cause of a patch as fixed, in its agent's lifecycle.",
    description = {
      "Only the lifecycle changes: the patch still runs until it is rolled back.",
      "",
      "The exit code is 0 when it is done, 1 when it is not or nobody knows, 2 when no agent has"
          + " such a patch, or several have."
    },
    footerHeading = "%nExamples:%n",
    footer = "  suturescope mark-fixed shop.cart:Cart.total --reason \"fixed in 2.4.1\"")
final class MarkFixedCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATCH",
      description = {
        "Id of a patch as the agent or suturescope patches prints it, or MODULE:QUALNAME when that"
            + " names one patch only."
      })
  private String name = "";

  @Mixin private final OrderOptions order = new OrderOptions();

  private final Console console;
  private final CommonOptions options;

  MarkFixedCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    order.check();
    try (ControlRoom room = new ControlRoom(console)) {
      LivePatch.Found found = LivePatch.find(name, order.agents(room), console);
      if (found.patch().isEmpty()) {
        return found.code();
      }
      LivePatch live = found.patch().get();
      PatchReport patch = live.patch();
      if (!order.expects(patch.etag())) {
        console.say("The patch is no longer the one that you saw; nothing was sent.");
        return ExitCode.ATTENTION;
      }
      return new OrderFlow(room, console, options, order)
          .run(live.agent(), new Order.MarkFixed(patch.patchId(), patch.etag()), patch.function());
    }
  }
}
