package io.suturescope.model.bytecode;

/// A double-precision number, not-a-number and the infinities included.
public record PyFloat(double value) implements PyValue {}
