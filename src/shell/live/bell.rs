//! What wakes the loop while it waits for the terminal.
//!
//! The main thread sleeps until a key comes or a deadline is there. A worker that has something to say rings: a byte goes into a pipe
//! whose other end is waited for together with the terminal. Ringing never waits: a pipe that is full has rung already. Where no pipe can be
//! had the loop looks by itself, as it does where there are none.

pub(crate) use pipe::Bell;
pub(crate) use pipe::Hearer;
pub(crate) use pipe::bell;

#[cfg(unix)]
mod pipe {
    use std::io;
    use std::io::PipeReader;
    use std::io::PipeWriter;
    use std::io::Read;
    use std::io::Write;
    use std::os::fd::AsFd;
    use std::os::fd::BorrowedFd;
    use std::os::fd::OwnedFd;
    use std::sync::Arc;

    /// What is rung.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Bell(Option<Arc<PipeWriter>>);

    /// What hears it.
    #[derive(Debug)]
    pub(crate) struct Hearer(PipeReader);

    /// A bell, and who hears it.
    pub(crate) fn bell() -> (Bell, Option<Hearer>) {
        match pair() {
            Ok((ear, bell)) => (Bell(Some(Arc::new(bell))), Some(Hearer(ear))),
            Err(_) => (Bell(None), None),
        }
    }

    fn pair() -> io::Result<(PipeReader, PipeWriter)> {
        let (reader, writer) = io::pipe()?;
        rustix::io::ioctl_fionbio(&reader, true)?;
        rustix::io::ioctl_fionbio(&writer, true)?;
        Ok((reader, writer))
    }

    impl Bell {
        /// Rings.
        pub(crate) fn ring(&self) {
            if let Some(pipe) = &self.0 {
                (&**pipe).write_all(b"!").ok();
            }
        }

        /// The bell's own end, for a signal that rings it.
        pub(crate) fn end(&self) -> Option<OwnedFd> {
            self.0.as_ref()?.try_clone().ok().map(OwnedFd::from)
        }
    }

    impl Hearer {
        /// Forgets what has rung.
        pub(crate) fn hush(&self) {
            let mut rung = [0; 256];
            while (&self.0).read(&mut rung).is_ok_and(|count| count == rung.len()) {}
        }
    }

    impl AsFd for Hearer {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.0.as_fd()
        }
    }
}

#[cfg(not(unix))]
mod pipe {
    /// What is rung, where nobody can hear it: the loop looks by itself.
    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct Bell;

    /// What would hear it.
    #[derive(Debug)]
    pub(crate) struct Hearer;

    /// A bell.
    pub(crate) fn bell() -> (Bell, Option<Hearer>) {
        (Bell, None)
    }

    impl Bell {
        /// Rings.
        pub(crate) fn ring(&self) {}
    }
}
