-- The public database: derived from the archive, thrown away and rebuilt at any time.
-- Every table and column is described, with units, in metadata.yml.
--
-- Ids are the same however the database came to be: a version's id is its place in the archive's history
-- (1 is the oldest); a state's id is that of the version it was first seen in; rows that belong to a version
-- count from version id * 1,000,000 + 1.
-- Instants are text, 2026-04-01T06:00:11Z; days are text, 2026-04-01; truth is TRUE, FALSE or UNKNOWN;
-- yes and no are 1 and 0; lists and objects are JSON.

create table services (
    service text primary key,
    name text not null,
    country text,
    time_zone text
) strict, without rowid;

create table policies (
    policy text primary key,
    service text not null references services (service),
    name text not null,
    type text not null,
    url text,
    language text,
    title text,
    edition integer not null default 0,
    ended integer not null default 0,
    versions integer not null default 0,
    states integer not null default 0,
    first_at text,
    last_at text,
    changed_at text,
    checked_at text,
    current_version integer references versions (version),
    current_state integer references states (state),
    updated_on text,
    effective_on text,
    updated text,
    effective text,
    words integer
) strict, without rowid;

create table versions (
    version integer primary key,
    policy text not null references policies (policy),
    service text not null references services (service),
    number integer not null,
    commit_hash text not null,
    kind text not null,
    state integer references states (state),
    state_number integer,
    returns integer not null default 0,
    transient integer not null default 0,
    previous integer references versions (version),
    fetched_at text not null,
    fetched_on text generated always as (substr(fetched_at, 1, 10)) virtual,
    last_seen_at text,
    updated_on text,
    effective_on text,
    updated text,
    effective text,
    published_on text,
    significance text,
    reason text,
    headline text,
    changes integer not null default 0,
    words integer,
    words_added integer,
    words_removed integer,
    kept real,
    title text,
    language text,
    snapshot_sha256 text,
    flags text not null default '[]'
) strict;

create table states (
    state integer primary key references versions (version),
    policy text not null references policies (policy),
    number integer not null,
    identity text not null,
    first_seen_at text not null,
    times_seen integer not null default 1,
    words integer
) strict;

create table sections (
    section integer primary key,
    policy text not null references policies (policy),
    service text not null references services (service),
    key text not null,
    current integer not null,
    position integer,
    path text,
    number text,
    level integer,
    heading text,
    text text,
    words integer,
    first_version integer not null references versions (version),
    since_version integer not null references versions (version),
    last_version integer references versions (version),
    digest integer not null
) strict;

-- Words added or removed by changes, each distinct text of a policy once.
create table passages (
    passage integer primary key,
    policy text not null references policies (policy),
    digest integer not null,
    text text not null
) strict;

create table changes (
    change integer primary key,
    version integer not null references versions (version),
    policy text not null references policies (policy),
    service text not null references services (service),
    fetched_on text not null,
    kind text not null,
    significance text not null,
    headline text not null,
    section integer references sections (section),
    heading text,
    heading_before text,
    path text,
    path_before text,
    sections integer not null default 1,
    reason text not null,
    tags text not null default '[]',
    cause text,
    words_added integer not null,
    words_removed integer not null,
    added integer references passages (passage),
    removed integer references passages (passage),
    new_start integer,
    new_end integer,
    old_start integer,
    old_end integer
) strict;

create table fact_changes (
    fact_change integer primary key,
    version integer not null references versions (version),
    policy text not null references policies (policy),
    service text not null references services (service),
    fetched_on text not null,
    section integer references sections (section),
    heading text,
    kind text not null,
    label text not null,
    before text,
    after text,
    before_days real,
    after_days real,
    direction text not null
) strict;

create table stamps (
    stamp integer primary key,
    policy text not null references policies (policy),
    service text not null references services (service),
    role text not null,
    raw text not null,
    label text not null,
    precision text not null,
    first_on text,
    last_on text,
    candidates text not null,
    basis text not null,
    since_version integer not null references versions (version),
    last_version integer references versions (version),
    current integer not null,
    start integer not null,
    "end" integer not null
) strict;

create table promises (
    promise integer primary key,
    policy text not null references policies (policy),
    service text not null references services (service),
    kind text not null,
    trigger text not null,
    period_value real,
    period_unit text,
    anchor text not null,
    channels text not null,
    channel_logic text not null,
    consent text not null,
    bound integer not null,
    exceptions text not null,
    audience text,
    raw text not null,
    section integer references sections (section),
    since_version integer not null references versions (version),
    last_version integer references versions (version),
    current integer not null,
    start integer not null,
    "end" integer not null
) strict;

create table notices (
    notice text not null,
    policy text not null references policies (policy),
    version integer references versions (version),
    channel text not null,
    announced_on text not null,
    announced_at text not null,
    filed_at text not null,
    sender text not null,
    subject text not null,
    quote text not null,
    primary key (notice, policy)
) strict, without rowid;

create table decisions (
    decision text primary key,
    policy text not null references policies (policy),
    version integer references versions (version),
    material integer,
    exception integer,
    "by" text not null,
    why text not null,
    decided_at text not null
) strict, without rowid;

create table verdicts (
    verdict integer primary key,
    version integer not null references versions (version),
    policy text not null references policies (policy),
    service text not null references services (service),
    fetched_on text not null,
    facet text not null,
    value text not null,
    truth text not null,
    certainty text not null,
    reason text not null,
    conditions text not null,
    lead_min_days integer,
    lead_max_days integer,
    posted_from_on text,
    posted_to_on text,
    stated_on text,
    effective_on text,
    promise integer references promises (promise),
    promised_value real,
    promised_unit text,
    evidence text not null
) strict;

-- Rules of law that may ask for notice: candidates whose scope is unknown, never verdicts.
create table regimes (
    regime text primary key,
    name text not null,
    region text not null,
    about text not null,
    scope text not null,
    period_value real,
    period_unit text,
    channel text,
    exceptions text,
    consequence text,
    valid_from_on text,
    valid_to_on text,
    source text not null,
    mark text not null
) strict, without rowid;

create table checks (
    "check" integer primary key,
    policy text not null references policies (policy),
    outcome text not null,
    state integer references states (state),
    first_at text not null,
    last_at text not null,
    count integer not null,
    gap integer not null
) strict;

-- Outlines and steps told so short that the texts are needed to read them; nothing here is for readers.
create table shorthands (
    version integer primary key references versions (version),
    shorthand blob not null
) strict;

-- What a policy's history leaves behind for the step after it; nothing here is for readers.
create table memories (
    policy text primary key references policies (policy),
    version integer not null references versions (version),
    memory blob not null
) strict, without rowid;

create table descriptions (
    policy text primary key,
    description text not null
) strict, without rowid;

create table filings (
    policy text primary key,
    blob text not null
) strict, without rowid;

create table builds (
    build integer primary key check (build = 1),
    newest_commit text,
    engine text not null,
    versions integer not null
) strict;

create virtual table sections_fts using fts5 (
    heading, text, content='sections', content_rowid='section', tokenize='unicode61 remove_diacritics 2'
);

create virtual table passages_fts using fts5 (
    text, content='passages', content_rowid='passage', tokenize='unicode61 remove_diacritics 2'
);
