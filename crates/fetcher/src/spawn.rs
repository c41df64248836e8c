//! Starts a sweep on its own threads.

use std::panic::resume_unwind;
use std::pin::pin;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use futures_util::future::select;
use model::{Event, Notice, NoticeCode, Origin};
use tokio::runtime::Builder;
use tokio::sync::mpsc;

use crate::sink::Sink;
use crate::sweep::{Sweep, run};
use crate::{Config, Error, Progress, endpoint, region, session};

/// How often an idle sweep looks whether anyone still listens.
const LISTENER_CHECK: Duration = Duration::from_millis(100);

/// Starts a sweep; its events arrive in a bounded channel, which closes when the sweep is done.
///
/// Looks for credentials before it returns, which may take some seconds on a machine that has none. Dropping
/// the receiver stops the sweep. The thread ends with the channel; join it, because a panic in there closes the
/// channel as well and must not pass for the end of a sweep.
///
/// # Errors
/// Whatever makes a sweep pointless before its first call: see [`Error`].
pub fn spawn(
    config: Config,
    progress: Arc<dyn Progress>,
) -> Result<(Receiver<Event>, JoinHandle<()>), Error> {
    region::check(&config.regions)?;
    config.endpoint_url.as_deref().map_or(Ok(()), endpoint::check)?;
    // One thread is enough: a page costs well below a millisecond, and AWS allows 15 a second and region.
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let sdk = runtime.block_on(session::open(&config))?;
    let (events, receiver) = bounded(config.pace.queue);
    let (sink, pending) = Sink::new();
    let sweep = Sweep { config, sdk, sink, progress };
    let outbox = events.clone();
    let forwarder = thread::Builder::new().name("fetcher-out".to_owned());
    let forwarder = forwarder.spawn(move || forward(pending, &outbox))?;
    let worker = thread::Builder::new().name("fetcher".to_owned());
    let worker = worker.spawn(move || {
        runtime.block_on(async {
            select(pin!(run(&sweep)), pin!(ended(&sweep, &events))).await;
        });
        // A name that is being resolved cannot be interrupted, and nobody waits for it any more.
        runtime.shutdown_background();
        // With the last sink the forwarder ends, and with it the queue.
        drop((sweep, events));
        if let Err(panic) = forwarder.join() {
            resume_unwind(panic);
        }
    })?;
    Ok((receiver, worker))
}

/// Moves events to the thread-safe queue; waits there, where no connection has to wait with it.
///
/// Counts the bytes of every page here, because here alone a page and its count cannot be torn apart.
fn forward(mut pending: mpsc::Receiver<Event>, events: &Sender<Event>) {
    while let Some(event) = pending.blocking_recv() {
        let count = match &event {
            Event::Page(page) => Some(Event::Read { bytes: page.values().len() as u64, files: 0 }),
            Event::Read { .. } | Event::Notice(_) | Event::Coverage(_) => None,
        };
        if std::iter::once(event).chain(count).any(|event| events.send(event).is_err()) {
            break;
        }
    }
}

/// Ends when the sweep was stopped, after a notice, or when the receiver was dropped, which a sender only learns by
/// sending.
async fn ended(sweep: &Sweep, events: &Sender<Event>) {
    loop {
        tokio::time::sleep(LISTENER_CHECK).await;
        if sweep.config.stop.is_stopped() {
            let message = "the sweep was stopped before its end".to_owned();
            let notice = Notice { code: NoticeCode::Interrupted, origin: Origin::default(), message };
            // Where nobody listens any more, nobody misses it.
            let _ = sweep.sink.send(Event::Notice(notice)).await;
            return;
        }
        if events.is_empty()
            && let Err(TrySendError::Disconnected(_)) = events.try_send(Event::Read { bytes: 0, files: 0 })
        {
            return;
        }
    }
}
