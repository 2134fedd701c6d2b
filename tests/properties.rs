//! Laws that hold for all values, tried on random ones.

mod properties {
    mod limits;
    mod others;
    mod values;
}
