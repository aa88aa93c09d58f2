//! Where the pages end: what is tied stands together, as long as there is a page that can hold it.

use crate::document::pdf::flow::Strip;

/// A strip on its page, and how far its top is from that of the page's text.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) top: f32,
    pub(super) strip: Strip,
}

/// `strips` on pages that hold `height`.
pub(super) fn pages(strips: Vec<Strip>, height: f32) -> Vec<Vec<Placed>> {
    let (mut pages, mut page, mut down) = (Vec::new(), Vec::new(), 0.0);
    for group in groups(strips) {
        let high: f32 = group.iter().map(|strip| strip.above + strip.height).sum();
        if !page.is_empty() && down + high > height {
            pages.push(std::mem::take(&mut page));
            down = 0.0;
        }
        for strip in group {
            // What is tied and higher than a page is torn where the page ends.
            if !page.is_empty() && down + strip.above + strip.height > height {
                pages.push(std::mem::take(&mut page));
                down = 0.0;
            }
            let top = if page.is_empty() { 0.0 } else { down + strip.above };
            down = top + strip.height;
            page.push(Placed { top, strip });
        }
    }
    pages.push(page);
    pages
}

/// The strips that are tied to each other.
fn groups(strips: Vec<Strip>) -> Vec<Vec<Strip>> {
    let (mut groups, mut group) = (Vec::new(), Vec::new());
    for strip in strips {
        let tied = strip.tied;
        group.push(strip);
        if !tied {
            groups.push(std::mem::take(&mut group));
        }
    }
    groups.extend((!group.is_empty()).then_some(group));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(above: f32, height: f32, tied: bool) -> Strip {
        Strip { above, height, tied, ink: Vec::new() }
    }

    /// Where the strips stand on each page.
    fn tops(strips: Vec<Strip>) -> Vec<Vec<f32>> {
        pages(strips, 100.0).iter().map(|page| page.iter().map(|placed| placed.top).collect()).collect()
    }

    #[test]
    fn what_is_tied_goes_to_the_next_page_together() {
        let two = |first| vec![strip(0.0, first, false), strip(10.0, 20.0, true), strip(0.0, 20.0, false)];
        assert_eq!(tops(two(50.0)), [vec![0.0, 60.0, 80.0]]);
        assert_eq!(tops(two(51.0)), [vec![0.0], vec![0.0, 20.0]], "and the room above the first is left out there");
    }

    #[test]
    fn what_no_page_can_hold_is_torn() {
        let strips = (0..5).map(|at| strip(0.0, 30.0, at < 4)).collect();
        assert_eq!(tops(strips), [vec![0.0, 30.0, 60.0], vec![0.0, 30.0]]);
        assert_eq!(tops(vec![strip(5.0, 130.0, false), strip(0.0, 10.0, false)]), [vec![0.0], vec![0.0]]);
    }

    #[test]
    fn there_is_a_page_even_where_nothing_stands_on_it() {
        assert_eq!(tops(Vec::new()), [Vec::<f32>::new()]);
    }
}
