//! How many calls a second a service takes, learnt from what it throttles.
//!
//! One budget for each account, region and service, shared by all calls of them. Each attempt, retries included,
//! waits for its turn; turns come in the order of asking. The rate begins with what AWS publishes, grows by a
//! tenth each second, and falls when a call is throttled: to a little below what the service took lately, which is what
//! it allows. So the rate swings closely below the allowed one. The limiter of the SDK's
//! adaptive mode held a fifth of 300 calls a second in the same test.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

/// The part of it by which the rate grows each second.
const GROWTH: f64 = 0.1;
/// The part of what was taken that is asked for after a throttled call.
const CUT: f64 = 0.97;
/// The rate falls no deeper at once.
const DEEPEST: f64 = 0.5;
/// The least rate, in calls a second.
const LEAST: f64 = 0.2;
/// How long calls are counted, in seconds, before the count says something: so long for many calls, and longer for few.
const WINDOW: f64 = 1.0;
const LONG_WINDOW: f64 = 10.0;
const MANY: f64 = 10.0;

/// The calls of one service in one region of one account.
pub(crate) struct Budget(Mutex<State>);

struct State {
    /// Calls a second.
    rate: f64,
    /// Turns that may be taken at once; below zero, turns that were promised.
    turns: f64,
    counted: Instant,
    /// Answered calls since the window began, and the rate of the window before.
    answered: f64,
    window: Instant,
    taken: Option<f64>,
    cut: Instant,
}

impl Budget {
    /// A budget that begins with so many calls a second.
    pub(crate) fn new(rate: f64) -> Arc<Self> {
        let rate = rate.max(LEAST);
        let now = Instant::now();
        Arc::new(Self(Mutex::new(State {
            rate,
            turns: rate.max(1.0),
            counted: now,
            answered: 0.0,
            window: now,
            taken: None,
            cut: now,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a turn, and says how long to wait for it.
    fn turn(&self, now: Instant) -> Duration {
        let mut state = self.state();
        let grown = now.saturating_duration_since(state.counted).as_secs_f64() * state.rate;
        state.turns = (state.turns + grown).min(state.rate.max(1.0)) - 1.0;
        state.counted = now;
        Duration::from_secs_f64((-state.turns / state.rate).max(0.0))
    }

    /// The service answered a call.
    pub(crate) fn answered(&self, now: Instant) {
        let mut state = self.state();
        state.answered += 1.0;
        // As many calls come in a second, so it is a part of the rate in each.
        state.rate += GROWTH;
        state.count(now);
    }

    /// The service throttled a call.
    pub(crate) fn throttled(&self, now: Instant) {
        let mut state = self.state();
        state.count(now);
        // Calls that were sent before the last cut say nothing of the rate after it.
        if now.saturating_duration_since(state.cut).as_secs_f64() < WINDOW / 2.0 {
            return;
        }
        let allowed = state.taken.map_or(state.rate * 0.7, |taken| taken * CUT);
        state.rate = allowed.clamp(state.rate * DEEPEST, state.rate).max(LEAST);
        state.turns = state.turns.min(0.0);
        state.cut = now;
    }

    /// The same client, whose every attempt waits for its turn.
    pub(crate) fn client(self: &Arc<Self>, inner: SharedHttpClient) -> SharedHttpClient {
        SharedHttpClient::new(Paced { budget: Arc::clone(self), inner })
    }
}

impl State {
    /// Closes a window that is over.
    fn count(&mut self, now: Instant) {
        let length = now.saturating_duration_since(self.window).as_secs_f64();
        if length >= LONG_WINDOW || length >= WINDOW && self.answered >= MANY {
            self.taken = Some(self.answered / length);
            self.answered = 0.0;
            self.window = now;
        }
    }
}

struct Paced<T> {
    budget: Arc<Budget>,
    inner: T,
}

impl<T> fmt::Debug for Paced<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Paced")
    }
}

impl HttpClient for Paced<SharedHttpClient> {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Paced { budget: Arc::clone(&self.budget), inner })
    }
}

impl HttpConnector for Paced<SharedHttpConnector> {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let wait = self.budget.turn(Instant::now());
        let inner = self.inner.clone();
        HttpConnectorFuture::new(async move {
            if !wait.is_zero() {
                tokio::time::sleep(wait).await;
            }
            inner.call(request).await
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A service that takes `allowed` calls a second, asked by callers that never rest, for some seconds of a clock
    /// of its own: calls answered and throttled, as a share of what it allows.
    fn simulated(first: f64, allowed: f64, burst: f64, seconds: f64) -> (f64, f64) {
        let budget = Budget::new(first);
        let start = Instant::now();
        let (mut now, mut tokens, mut answered, mut throttled) = (0.0, burst, 0.0, 0.0);
        while now < seconds {
            let at = |seconds: f64| start + Duration::from_secs_f64(seconds);
            let next = now + budget.turn(at(now)).as_secs_f64().max(1e-4);
            tokens = f64::min(tokens + (next - now) * allowed, burst);
            now = next;
            if tokens >= 1.0 {
                tokens -= 1.0;
                answered += 1.0;
                budget.answered(at(now));
            } else {
                throttled += 1.0;
                budget.throttled(at(now));
            }
        }
        (answered / (allowed * seconds), throttled / (allowed * seconds))
    }

    #[test]
    fn the_allowed_rate_is_learnt_and_held() {
        for (first, allowed, burst) in [
            (15.0, 15.0, 15.0),
            (20.0, 20.0, 100.0),
            (15.0, 5.0, 5.0),
            (15.0, 40.0, 40.0),
            (10.0, 1.0, 2.0),
            (300.0, 300.0, 15.0),
        ] {
            let (answered, throttled) = simulated(first, allowed, burst, 120.0);
            assert!(answered >= 0.85, "{first} for {allowed}: {answered:.2} of it answered");
            assert!(throttled <= 0.4, "{first} for {allowed}: {throttled:.2} of it throttled");
        }
    }

    #[test]
    fn turns_come_in_order() {
        let budget = Budget::new(10.0);
        let now = Instant::now();
        let waits: Vec<_> = (0..13).map(|_| budget.turn(now).as_millis()).collect();
        assert_eq!(waits[..10], [0; 10]);
        assert_eq!(waits[10..], [100, 200, 300]);
    }
}
