/// The command line (cli.md): options, exit codes and formats. Never touches the UI toolkit.
@NullMarked
package io.suturescope.app.cli;

import org.jspecify.annotations.NullMarked;
