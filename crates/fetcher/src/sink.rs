//! Where events go.

use model::Event;
use tokio::sync::mpsc;

/// The receiver was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gone;

/// The sending end, shared by all pagers.
#[derive(Clone, Debug)]
pub(crate) struct Sink(mpsc::Sender<Event>);

impl Sink {
    /// A sink that holds one event; the queue proper stands behind it.
    pub(crate) fn new() -> (Self, mpsc::Receiver<Event>) {
        let (sender, receiver) = mpsc::channel(1);
        (Self(sender), receiver)
    }

    /// Sends an event once there is room.
    pub(crate) async fn send(&self, event: Event) -> Result<(), Gone> {
        self.0.send(event).await.map_err(|_| Gone)
    }

    /// Waits for room, so that making the event and sending it cannot be interrupted.
    pub(crate) async fn room(&self) -> Result<mpsc::Permit<'_, Event>, Gone> {
        self.0.reserve().await.map_err(|_| Gone)
    }
}
