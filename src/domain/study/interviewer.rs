//! Who asks, as the study says it of each interviewer by code: what a methods section has to say of them. It stands in `study.yaml` and in the
//! report on how the study was done, and in nothing else: no letter, no export and no list holds a word of it.

/// Something that is said of an interviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Their gender, as they say it themselves.
    Gender,
    /// Their qualifications.
    Credentials,
    /// What they did for a living while the study was held.
    Occupation,
    /// What they were trained in, and how practised they are.
    Training,
    /// How they and the participants knew each other.
    Relation,
    /// What participants were told of them.
    Known,
    /// Where they stand towards what they study.
    Stance,
}

/// What a study says of one interviewer; what it does not say is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterviewerProfile {
    /// Their gender.
    pub gender: Option<String>,
    /// Their qualifications.
    pub credentials: Option<String>,
    /// What they did for a living.
    pub occupation: Option<String>,
    /// What they were trained in.
    pub training: Option<String>,
    /// How they and the participants knew each other.
    pub relation: Option<String>,
    /// What participants were told of them.
    pub known: Option<String>,
    /// Where they stand.
    pub stance: Option<String>,
}

impl InterviewerProfile {
    /// What is said of this, if anything is.
    pub fn says(&self, aspect: Aspect) -> Option<&str> {
        let says = match aspect {
            Aspect::Gender => &self.gender,
            Aspect::Credentials => &self.credentials,
            Aspect::Occupation => &self.occupation,
            Aspect::Training => &self.training,
            Aspect::Relation => &self.relation,
            Aspect::Known => &self.known,
            Aspect::Stance => &self.stance,
        };
        says.as_deref().map(str::trim).filter(|says| !says.is_empty())
    }
}
