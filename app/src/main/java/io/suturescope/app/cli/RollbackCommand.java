package io.suturescope.app.cli;

import io.suturescope.model.control.HoldMode;
import io.suturescope.model.control.Order;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `suturescope rollback`.
@Command(
    name = "rollback",
    header = "Put the original code back in a running process.",
    description = {
      "Asks the agent what it would do and prints that: every function, file and row. Then writes"
          + " the command down, sends it once, and reads patch and command back. Done is said only"
          + " of what was read back; when nobody answers, the outcome is said to be not known, and"
          + " suturescope commands asks again. With --dry-run nothing is sent.",
      "",
      "The exit code is 0 when it is done, 1 when it is not or nobody knows, 2 when no agent has"
          + " such a patch, or several have."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  suturescope rollback shop.cart:Cart.total --dry-run",
      "  suturescope rollback shop.cart:Cart.total --reason \"wrong default\" --agent web-1",
      "  suturescope rollback p_5f2b8c1d9e0a47361b2c3d4e --hold none --reason \"try it again\""
    })
final class RollbackCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATCH",
      description = {
        "Id of a patch as the agent or suturescope patches prints it, or MODULE:QUALNAME when that"
            + " names one patch only."
      })
  private String name = "";

  @Option(
      names = "--hold",
      paramLabel = "MODE",
      defaultValue = "until-source-change",
      converter = HoldModeConverter.class,
      description = {
        "How long CodeSuture is kept from patching the function again: until-source-change,"
            + " until-restart or none (default: until-source-change)."
      })
  private HoldMode hold = HoldMode.UNTIL_SOURCE_CHANGE;

  @Mixin private final OrderOptions order = new OrderOptions();

  private final Console console;
  private final CommonOptions options;

  RollbackCommand(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws Exception {
    return OrderFlow.ofPatch(
        name,
        order,
        console,
        options,
        patch -> new Order.Rollback(patch.patchId(), patch.etag(), hold));
  }
}
