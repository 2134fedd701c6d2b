//! Laws that hold for all values and texts, tried on random and on hostile ones.

mod properties {
    mod hostile;
    mod limits;
    mod others;
    mod values;
}
