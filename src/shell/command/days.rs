//! Days that are given on the command line: `yyyy-mm-dd`, and none to come, because what has not happened yet is not written down.

use jiff::civil::Date;

use crate::domain::time;
use crate::domain::time::Stamp;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::words::say;

/// A day as it is written everywhere; another spelling of one is none.
pub(super) fn day(given: &str) -> Result<Date, Failure> {
    time::day(given).ok_or_else(|| Failure::new(Kind::Usage, say!("consent-no-day")))
}

/// The day that was given; today where none was.
pub(super) fn by_now(given: Option<String>, now: Stamp) -> Result<String, Failure> {
    let today = now.date();
    let Some(given) = given else { return Ok(today) };
    let on = day(&given)?;
    if today.parse::<Date>().is_ok_and(|today| on > today) {
        return Err(Failure::new(Kind::Usage, say!("consent-day-ahead", day = given)));
    }
    Ok(given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way_and_is_none_to_come() {
        let now = Stamp::new(1_795_341_600_000, 60);
        assert_eq!(by_now(None, now).unwrap(), now.date());
        assert_eq!(by_now(Some(now.date()), now).unwrap(), now.date());
        for wrong in ["2026-11-2", "20261122", "2026-11-22T10:00", "yesterday", "", "9999-01-01"] {
            assert_eq!(by_now(Some(wrong.into()), now).unwrap_err().kind, Kind::Usage, "{wrong}");
        }
    }
}
