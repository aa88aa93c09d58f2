//! Whether something copies a folder elsewhere, by the look of it: what the folders above it are called, and which files such a program
//! leaves there. Nothing in them is read. That none is seen is no promise.

/// A service, the names that its folder has where nobody chose another, and what it leaves there.
struct Service {
    name: &'static str,
    folders: &'static [&'static str],
    leaves: &'static [&'static str],
}

/// Those that people have.
const SERVICES: [Service; 11] = [
    Service { name: "Dropbox", folders: &["dropbox"], leaves: &[".dropbox", ".dropbox.cache"] },
    Service { name: "OneDrive", folders: &["onedrive"], leaves: &[] },
    Service {
        name: "Google Drive",
        folders: &["google drive", "googledrive", "my drive"],
        leaves: &[".tmp.drivedownload", ".tmp.driveupload"],
    },
    Service { name: "iCloud", folders: &["icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs"], leaves: &[] },
    Service { name: "Nextcloud", folders: &["nextcloud"], leaves: &[".nextcloudsync.log"] },
    Service { name: "SURFdrive", folders: &["surfdrive"], leaves: &[] },
    Service { name: "ownCloud", folders: &["owncloud"], leaves: &[".owncloudsync.log"] },
    Service { name: "Syncthing", folders: &["syncthing"], leaves: &[".stfolder"] },
    Service { name: "Seafile", folders: &["seafile", "seadrive"], leaves: &[] },
    Service { name: "pCloud", folders: &["pcloud", "pcloud drive", "pclouddrive"], leaves: &[] },
    Service { name: "Box", folders: &["box", "box sync"], leaves: &[] },
];

/// What this folder says of a service: `name` is the folder's own, `inside` the names of what lies in it.
pub(super) fn service<'n>(name: &str, inside: impl IntoIterator<Item = &'n str>) -> Option<&'static str> {
    let name = name.to_lowercase();
    // An account or an organisation stands behind it: "OneDrive - Amsterdam UMC", "Dropbox (Personal)", "GoogleDrive-a@b.nl".
    let is_called = |folder: &str| {
        name.strip_prefix(folder).is_some_and(|rest| {
            ["", " - ", " (", "-"].iter().any(|sign| if sign.is_empty() { rest.is_empty() } else { rest.starts_with(sign) })
        })
    };
    let called = SERVICES.iter().find(|service| service.folders.iter().any(|folder| is_called(folder)));
    let left = || {
        let mut inside = inside.into_iter();
        inside.find_map(|file| {
            let leaves = SERVICES.iter().find(|service| service.leaves.contains(&file)).map(|service| service.name);
            // The list of what is synced, of Nextcloud, ownCloud and those made of them.
            let is_list = ["._sync_", ".sync_"].iter().any(|start| file.starts_with(start)) && file.contains(".db");
            leaves.or(is_list.then_some("Nextcloud / ownCloud"))
        })
    };
    called.map(|service| service.name).or_else(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_copied_elsewhere_is_known_by_its_name_or_by_what_lies_in_it() {
        for (name, inside, by) in [
            ("Dropbox", vec![], Some("Dropbox")),
            ("Dropbox (Personal)", vec![], Some("Dropbox")),
            ("OneDrive - Amsterdam UMC", vec![], Some("OneDrive")),
            ("OneDrive-Personal", vec![], Some("OneDrive")),
            ("com~apple~CloudDocs", vec![], Some("iCloud")),
            ("GoogleDrive-a@b.nl", vec![], Some("Google Drive")),
            ("SURFdrive", vec!["._sync_abc.db"], Some("SURFdrive")),
            ("work", vec!["a", ".stfolder"], Some("Syncthing")),
            ("work", vec!["._sync_0123456789ab.db-wal"], Some("Nextcloud / ownCloud")),
            ("work", vec![".owncloudsync.log"], Some("ownCloud")),
            ("work", vec![".dropbox.cache"], Some("Dropbox")),
            ("work", vec!["take-001.wav", "dropbox.txt", "sync.db"], None),
            ("boxes", vec![], None),
            ("nextcloudish", vec![], None),
            ("", vec![], None),
        ] {
            assert_eq!(service(name, inside.iter().copied()), by, "{name} {inside:?}");
        }
    }
}
