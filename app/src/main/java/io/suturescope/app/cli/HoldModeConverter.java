package io.suturescope.app.cli;

import io.suturescope.model.control.HoldMode;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a mode of a hold as the protocol spells it.
final class HoldModeConverter implements ITypeConverter<HoldMode> {

  @Override
  public HoldMode convert(String text) {
    return Arrays.stream(HoldMode.values())
        .filter(mode -> mode.wire().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected until-source-change, until-restart or none but was '" + text + "'"));
  }
}
