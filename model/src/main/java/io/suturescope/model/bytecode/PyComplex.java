package io.suturescope.model.bytecode;

/// A complex number of two doubles.
public record PyComplex(double real, double imaginary) implements PyValue {}
