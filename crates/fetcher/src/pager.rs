//! Turns pages until there are no more.
//!
//! A token may expire in mid-run: AWS lets one live for 15 minutes, and a token that was good for one use is
//! gone when the answer to it got lost. The pager then starts over. The caller leaves out what it has seen, so
//! that nothing comes twice. A pass that gets no further than the ones before it counts against the pager, so
//! that it ends.

use crate::failure::{Failure, Halt};
use crate::seen::Seen;

/// Passes in a row that get no further before the pager gives up.
const MOST_BARREN_PASSES: usize = 3;

/// Pages in a row without an item before the pager gives up.
///
/// An empty page with a token is legal, an endless row of them is not.
const MOST_EMPTY_PAGES: usize = 1000;

/// What one page says about the next.
pub(crate) struct Turn {
    /// Token of the next page; empty or absent on the last one.
    pub(crate) next: Option<String>,
    /// Items on this page, seen before or not.
    pub(crate) items: usize,
}

/// Fetches pages from the first to the last.
pub(crate) async fn drain(
    mut fetch: impl AsyncFnMut(Option<String>) -> Result<Turn, Halt>,
) -> Result<(), Halt> {
    let mut furthest = 0;
    let mut barren_passes = 0;
    loop {
        let mut pages = 0;
        match pass(&mut fetch, &mut pages).await {
            Err(Halt::Failed(failure)) if pages > 0 && failure.refuses_token() => {
                barren_passes = if pages > furthest { 0 } else { barren_passes + 1 };
                furthest = furthest.max(pages);
                if barren_passes >= MOST_BARREN_PASSES {
                    let reason = format!("started over and got no further: {}", failure.reason);
                    return Err(Failure::pager(&reason).into());
                }
            }
            end => return end,
        }
    }
}

/// One pass from the first page on; counts the pages that arrived.
async fn pass(
    fetch: &mut impl AsyncFnMut(Option<String>) -> Result<Turn, Halt>,
    pages: &mut usize,
) -> Result<(), Halt> {
    let mut token = None;
    let mut tokens = Seen::default();
    let mut empty_pages = 0;
    loop {
        let turn = fetch(token).await?;
        *pages += 1;
        empty_pages = if turn.items == 0 { empty_pages + 1 } else { 0 };
        token = turn.next.filter(|next| !next.is_empty());
        let Some(next) = &token else { return Ok(()) };
        if !tokens.add(next) {
            return Err(Failure::pager("a page names an earlier one as the next").into());
        }
        if empty_pages >= MOST_EMPTY_PAGES {
            return Err(Failure::pager("page after page holds nothing").into());
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use model::NoticeCode;

    use super::*;

    /// Runs a pager that never waits, and gives the end and the tokens it asked for.
    fn run(answers: impl Fn(usize, Option<&str>) -> Result<Turn, Halt>) -> (Result<(), Halt>, Vec<String>) {
        let mut asked = Vec::new();
        let end = drain(async |token: Option<String>| {
            let answer = answers(asked.len(), token.as_deref());
            asked.push(token.unwrap_or_default());
            answer
        })
        .now_or_never()
        .expect("the answers are there at once");
        (end, asked)
    }

    fn turn(next: &str) -> Turn {
        Turn { next: Some(next.to_owned()), items: 1 }
    }

    fn expired() -> Result<Turn, Halt> {
        let aws_code = "PaginationTokenExpiredException".to_owned();
        Err(Failure { code: NoticeCode::ServiceError, aws_code, reason: "expired".to_owned() }.into())
    }

    fn is_broken(end: &Result<(), Halt>) -> bool {
        matches!(end, Err(Halt::Failed(failure)) if failure.code == NoticeCode::PagerBroken)
    }

    #[test]
    fn pages_follow_their_tokens() {
        let (end, asked) = run(|page, _| Ok(turn(["a", "b", ""][page])));
        assert!(end.is_ok());
        assert_eq!(asked, ["", "a", "b"]);
    }

    #[test]
    fn an_expired_token_starts_over() {
        let (end, asked) =
            run(|page, _| if page == 2 { expired() } else { Ok(turn(["a", "b", "", "a", "b", ""][page])) });
        assert!(end.is_ok());
        assert_eq!(asked, ["", "a", "b", "", "a", "b"]);
    }

    #[test]
    fn a_pager_that_gets_no_further_ends() {
        let (end, asked) = run(|_, token| if token.is_none() { Ok(turn("a")) } else { expired() });
        assert!(is_broken(&end));
        assert_eq!(asked.len(), 2 * (MOST_BARREN_PASSES + 1));
    }

    #[test]
    fn a_first_page_that_is_refused_is_no_matter_of_tokens() {
        let (end, asked) = run(|_, _| expired());
        assert!(matches!(end, Err(Halt::Failed(failure)) if failure.code == NoticeCode::ServiceError));
        assert_eq!(asked.len(), 1);
    }

    #[test]
    fn a_circle_of_tokens_ends() {
        let (end, asked) = run(|page, _| Ok(turn(["a", "b"][page % 2])));
        assert!(is_broken(&end));
        assert_eq!(asked, ["", "a", "b"]);
    }

    #[test]
    fn an_endless_row_of_empty_pages_ends() {
        let (end, asked) = run(|page, _| Ok(Turn { next: Some(page.to_string()), items: 0 }));
        assert!(is_broken(&end));
        assert_eq!(asked.len(), MOST_EMPTY_PAGES);
    }
}
