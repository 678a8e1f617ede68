package io.suturescope.model.bytecode;

/// A `bytes` object.
public record PyBytes(Bytes value) implements PyValue {}
