//! Identity of findings across runs.

/// [FNV-1a](https://datatracker.ietf.org/doc/html/draft-eastlake-fnv), 64 bits, over `parts`
/// with a zero byte after each, as sixteen hexadecimal digits.
pub(super) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0]));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
