package io.suturescope.app.cli;

import io.suturescope.model.control.Order;
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
    return OrderFlow.ofPatch(
        name, order, console, options, patch -> new Order.MarkFixed(patch.patchId(), patch.etag()));
  }
}
