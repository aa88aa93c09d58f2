//! Samples as cpal hands them to callbacks: the one place in this program that needs `unsafe`.
//!
//! cpal's custom hosts give their callbacks a [`cpal::Data`], which can only be made from a pointer and a length. It is made here out of a
//! slice that is borrowed for as long as the callback runs, and of one kind of sample, so that none of the three can be wrong.

#![expect(unsafe_code, reason = "cpal offers no other way to make what its callbacks take")]

use cpal::Data;
use cpal::SampleFormat;

/// Gives `samples` to `callback` in cpal's form. What it writes into them stands in them afterwards.
pub(super) fn as_data(samples: &mut [i16], callback: impl FnOnce(&mut Data)) {
    // SAFETY: pointer and length are those of one slice, whose samples are of the kind that is named; it is borrowed mutably until this
    // returns, and `Data` neither leaves this function nor can be copied.
    let mut data = unsafe { Data::from_parts(samples.as_mut_ptr().cast(), samples.len(), SampleFormat::I16) };
    callback(&mut data);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callback_sees_the_samples_and_what_it_writes_stands() {
        let mut samples = [1, -2, 3];
        as_data(&mut samples, |data| {
            assert_eq!(data.as_slice::<i16>(), Some([1, -2, 3].as_slice()));
            assert_eq!(data.as_slice::<f32>(), None, "of another kind they are not");
            data.as_slice_mut::<i16>().unwrap()[1] = 7;
        });
        assert_eq!(samples, [1, 7, 3]);
        as_data(&mut [], |data| assert!(data.as_slice::<i16>().unwrap().is_empty()));
    }
}
