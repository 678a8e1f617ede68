package io.suturescope.model.origin;

/// How far a file has been read, so that the next import reads only what came since.
///
/// @param kind what it was recognised as
/// @param size in bytes when it was last read
/// @param modifiedMicros last-modified time, microseconds since 1970
/// @param consumed bytes up to the end of the last whole record
/// @param lines whole lines in those bytes
/// @param check CRC-32C of the consumed bytes in the high half, CRC-32 in the low half: tells
///   growth from a rewrite
public record FileMark(
    FileKind kind, long size, long modifiedMicros, long consumed, long lines, long check) {}
