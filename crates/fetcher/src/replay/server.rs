//! The port, the thread and the connections.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use futures_util::future::select;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::Account;
use super::answer::{Answering, answer};

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// A request that the server understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Region that the request was signed for.
    pub region: String,
    /// Action, such as `GetResources`.
    pub action: String,
    /// Page, from 0.
    pub page: usize,
    /// Resource type filters.
    pub filters: Vec<String>,
}

impl Server {
    /// Starts to serve an account on a free loopback port.
    ///
    /// # Errors
    /// Where the machine gives no port or no thread.
    pub fn start(account: Account) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let address = listener.local_addr()?;
        let asked = Arc::new(Mutex::new(Vec::new()));
        let answering = Arc::new(Answering::new(account, Arc::clone(&asked)));
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new().name("replay".to_owned()).spawn(move || {
            // Whichever ends first: connections never do, so this is the drop of the sender.
            runtime.block_on(select(pin!(accept(&listener, &answering)), stopped));
        })?;
        Ok(Self { address, asked, stop: Some(stop), thread: Some(thread) })
    }

    /// The URL to give to [`crate::Config::endpoint_url`].
    pub fn endpoint_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far, in the order of their arrival.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic in there was printed already, and a drop must not start another one.
            let _ = thread.join();
        }
    }
}

async fn accept(listener: &TcpListener, answering: &Arc<Answering>) {
    loop {
        // A failed accept concerns one connection or passes by; the caller sees its own end of it.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let answering = Arc::clone(answering);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let answering = Arc::clone(&answering);
                async move { Ok::<_, Infallible>(answer(&answering, request).await) }
            });
            // Connections end in errors when a fault breaks them off or when the caller goes away.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}
