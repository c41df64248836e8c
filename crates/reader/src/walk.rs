//! From paths to blocks.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};
use ignore::{DirEntry, WalkBuilder};
use model::{Notice, NoticeCode, Origin};

use crate::batch::Batch;
use crate::block::{NOT_TEXT, Table, Unopened, Work, open};
use crate::buffer::Pool;
use crate::chunk::Splitter;
use crate::source::{Format, Input, Opened};
use crate::tally::{Share, Tally};
use crate::{Block, Config, Progress};

/// Blocks that wait for a worker.
const QUEUE: usize = 8;
/// Spare buffers: one for each block that waits, and some for the workers.
const POOL: usize = 2 * QUEUE;

/// Starts the walker; blocks come in the order of the paths, a folder's files sorted. `-` is standard input.
///
/// The walker stops when the receiver is dropped.
pub fn spawn(paths: Vec<PathBuf>, config: Config, progress: Arc<dyn Progress>) -> Receiver<Block> {
    let (blocks, receiver) = bounded(QUEUE);
    thread::spawn(move || {
        let skip = config.skip.iter().filter_map(|file| file.canonicalize().ok()).collect();
        let mut walker =
            Walker { config, skip, progress, pool: Pool::new(POOL), batch: Batch::default(), blocks };
        // An error means that nobody listens any more.
        let _ = paths.iter().try_for_each(|path| walker.path(path)).and_then(|()| walker.send_batch());
    });
    receiver
}

/// Nobody takes blocks any more.
struct Closed;

struct Walker {
    config: Config,
    /// The files of [`Config::skip`] without links and dots.
    skip: Vec<PathBuf>,
    progress: Arc<dyn Progress>,
    pool: Pool,
    batch: Batch,
    blocks: Sender<Block>,
}

impl Walker {
    fn path(&mut self, path: &Path) -> Result<(), Closed> {
        if path == Path::new("-") {
            let origin = Origin { source: "stdin", path: Some("<stdin>".into()), ..Origin::default() };
            self.progress.found(path, 0);
            let opened = Input::open(io::stdin(), None, true, &self.pool);
            return self.input(Ok(opened), &Arc::new(origin));
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path),
            Ok(metadata) if metadata.is_file() => self.file(path.to_owned(), metadata.len(), true),
            // The user asked for this pipe or device; it is read like standard input.
            Ok(_) => {
                self.progress.found(path, 0);
                let opened = open(&self.unopened(path.to_owned(), 0, true));
                self.input(opened, &origin_of(path))
            }
            Err(error) => self.failed(path, &error),
        }
    }

    fn folder(&mut self, path: &Path) -> Result<(), Closed> {
        let ignores = !self.config.no_ignore;
        let walk = WalkBuilder::new(path)
            .hidden(!self.config.hidden)
            .ignore(ignores)
            .parents(ignores)
            .git_ignore(ignores)
            .git_global(ignores)
            .git_exclude(ignores)
            .follow_links(self.config.follow_links)
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => self.entry(entry)?,
                Err(error) => self.walk_error(path, &error)?,
            }
        }
        Ok(())
    }

    fn entry(&mut self, entry: DirEntry) -> Result<(), Closed> {
        let Some(file_type) = entry.file_type() else { return Ok(()) };
        if file_type.is_dir() || file_type.is_symlink() || self.skips(entry.path()) {
            return Ok(());
        }
        if !file_type.is_file() {
            let message = "a pipe, socket or device, not read unless it is named".to_owned();
            return self.notice(entry.path(), NoticeCode::Unreadable, message);
        }
        match entry.metadata() {
            Ok(metadata) => self.file(entry.into_path(), metadata.len(), false),
            Err(error) => self.walk_error(entry.path(), &error),
        }
    }

    /// Whether a file of a folder is to be left out; asks the system only about files with the right name.
    fn skips(&self, path: &Path) -> bool {
        let has_name = |file: &&PathBuf| self.config.follow_links || file.file_name() == path.file_name();
        self.skip.iter().filter(has_name).any(|file| path.canonicalize().is_ok_and(|path| path == *file))
    }

    fn file(&mut self, path: PathBuf, size: u64, forced: bool) -> Result<(), Closed> {
        self.progress.found(&path, size);
        let file = self.unopened(path, size, forced);
        if size <= self.config.block_size as u64 {
            self.batch.push(file);
            return if self.batch.is_full() { self.send_batch() } else { Ok(()) };
        }
        self.input(open(&file), &file.origin)
    }

    fn unopened(&self, path: PathBuf, size: u64, forced: bool) -> Unopened {
        let (block_size, progress) = (self.config.block_size, Arc::clone(&self.progress));
        Unopened {
            origin: origin_of(&path),
            path,
            forced,
            size,
            block_size,
            pool: self.pool.clone(),
            progress,
        }
    }

    /// Cuts what can be cut, and hands on the rest as a whole.
    fn input(&mut self, opened: io::Result<Opened>, origin: &Arc<Origin>) -> Result<(), Closed> {
        let block_size = self.config.block_size;
        let input = match opened {
            Ok(Opened::Text(input)) => input,
            Ok(Opened::Binary) => {
                let message = "a binary file, not scanned".to_owned();
                return self.notice_at(origin, NoticeCode::Binary, message);
            }
            Err(error) => {
                let (code, message) = Input::notice_of(&error, false);
                return self.notice_at(origin, code, message);
            }
        };
        if input.decoded || input.format == Format::Json {
            let (input, origin) = (Box::new(input), Arc::clone(origin));
            return self.send(Work::Stream { input, origin, block_size });
        }
        self.chunks(input, origin)
    }

    fn chunks(&mut self, input: Input, origin: &Arc<Origin>) -> Result<(), Closed> {
        if input.binary {
            self.notice_at(origin, NoticeCode::NotText, NOT_TEXT.to_owned())?;
        }
        let format = input.format;
        let mut splitter = Splitter::new(input, self.config.block_size);
        let tally = Arc::new(Tally::default());
        let mut table = None;
        while let Some(chunk) = splitter.next_chunk() {
            self.progress.read(chunk.body.len() as u64);
            let table = table.get_or_insert_with(|| Arc::new(Table::new(Arc::clone(origin), format, &chunk)));
            let (table, share) = (Arc::clone(table), Share::new(&tally));
            let failure = if chunk.is_last() { splitter.failure() } else { None };
            self.send(Work::Chunk { chunk: Box::new(chunk), table, share, failure })?;
        }
        Ok(())
    }

    fn walk_error(&mut self, near: &Path, error: &ignore::Error) -> Result<(), Closed> {
        let path = path_of(error).unwrap_or(near);
        if let Some(ancestor) = loop_of(error) {
            let message = format!("a link that leads back to {}", printable(ancestor));
            return self.notice(path, NoticeCode::LinkLoop, message);
        }
        match error.io_error() {
            Some(error) => self.failed(path, error),
            None => self.notice(path, NoticeCode::Unreadable, "could not be walked".to_owned()),
        }
    }

    fn failed(&mut self, path: &Path, error: &io::Error) -> Result<(), Closed> {
        let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
        match error.kind() {
            io::ErrorKind::NotFound if is_link => {
                let message = "a link that leads nowhere".to_owned();
                self.notice(path, NoticeCode::Unreadable, message)
            }
            io::ErrorKind::NotFound => {
                self.notice(path, NoticeCode::Unreadable, "no such file or folder".to_owned())
            }
            // The variant has this name, but may not be written yet.
            kind if format!("{kind:?}") == "FilesystemLoop" => {
                self.notice(path, NoticeCode::LinkLoop, "a link that leads back to itself".to_owned())
            }
            _ => {
                let (code, message) = Input::notice_of(error, false);
                self.notice(path, code, message)
            }
        }
    }

    fn notice(&mut self, path: &Path, code: NoticeCode, message: String) -> Result<(), Closed> {
        self.notice_at(&origin_of(path), code, message)
    }

    fn notice_at(&mut self, origin: &Origin, code: NoticeCode, message: String) -> Result<(), Closed> {
        self.send(Work::Notice(Box::new(Notice { code, origin: origin.clone(), message })))
    }

    /// Sends work behind the files that wait, since the order of the paths counts.
    fn send(&mut self, work: Work) -> Result<(), Closed> {
        self.send_batch()?;
        self.blocks.send(Block(work)).map_err(|_| Closed)
    }

    fn send_batch(&mut self) -> Result<(), Closed> {
        let files = self.batch.take();
        if files.is_empty() {
            Ok(())
        } else {
            self.blocks.send(Block(Work::Files(files))).map_err(|_| Closed)
        }
    }
}

fn origin_of(path: &Path) -> Arc<Origin> {
    Arc::new(Origin { source: "file", path: Some(printable(path).into()), ..Origin::default() })
}

fn printable(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

fn loop_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::Loop { ancestor, .. } => Some(ancestor),
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => loop_of(err),
        _ => None,
    }
}
