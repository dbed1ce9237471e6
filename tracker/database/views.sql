-- One view for each question people ask. Editions, which are our own words, are left out of all of them.

-- What changed, one line a version? First versions and upgrades changed nothing; returns say so.
create view what_changed as
select
    versions.version, versions.fetched_at, services.name as service_name, policies.name as policy_name,
    versions.headline, versions.significance, versions.returns, versions.state_number, versions.changes,
    versions.words_added, versions.words_removed, versions.updated_on, versions.effective_on,
    versions.updated, versions.effective, versions.last_seen_at, versions.flags, versions.policy, versions.service, versions.previous,
    versions.commit_hash
from versions
join policies on policies.policy = versions.policy
join services on services.service = versions.service
where versions.previous is not null and versions.kind = 'capture' and versions.significance is not null;

-- Which substantive changes stand under an unchanged stamp?
create view silent_changes as
select
    versions.version, versions.fetched_at, versions.service, versions.policy, versions.headline,
    versions.updated_on, versions.updated, versions.words_added, versions.words_removed, verdicts.truth, verdicts.reason,
    substr(versions.fetched_at, 1, 4) as year
from verdicts
join versions on versions.version = verdicts.version
where verdicts.facet = 'stamp' and verdicts.value = 'silent_change'
    and versions.significance = 'substantive' and versions.kind = 'capture' and versions.returns = 0
    and versions.transient = 0;

-- Was notice given as promised? One row a change for which the question has been asked.
create view notice_verdicts as
select
    verdicts.verdict, verdicts.version, verdicts.fetched_on, services.name as service_name,
    policies.name as policy_name, verdicts.value, verdicts.truth, verdicts.certainty, verdicts.reason,
    verdicts.conditions, verdicts.lead_min_days, verdicts.lead_max_days, verdicts.promised_value,
    verdicts.promised_unit,
    coalesce(promises.raw, json_extract(verdicts.evidence, '$.promise')) as promise_quote,
    verdicts.posted_from_on, verdicts.posted_to_on,
    verdicts.effective_on, versions.effective, versions.headline, verdicts.policy, verdicts.service
from verdicts
join versions on versions.version = verdicts.version
join policies on policies.policy = verdicts.policy
join services on services.service = verdicts.service
left join promises on promises.promise = verdicts.promise
where verdicts.facet = 'notice' and versions.kind = 'capture' and versions.transient = 0;

-- Which promise of notice stands in each policy now, and since when?
create view promises_in_force as
select
    promises.promise, promises.service, promises.policy, promises.kind, promises.trigger,
    promises.period_value, promises.period_unit, promises.channels, promises.channel_logic,
    promises.consent, promises.bound, promises.raw, sections.heading,
    versions.fetched_at as since_at, promises.since_version
from promises
join versions on versions.version = promises.since_version
join policies on policies.policy = promises.policy
left join sections on sections.section = promises.section
where promises.current = 1 and policies.edition = 0;

-- Which dates does each policy state of itself now, and since when?
create view stamps_standing as
select
    stamps.stamp, stamps.service, stamps.policy, stamps.role, stamps.raw, stamps.precision,
    stamps.first_on, stamps.last_on, stamps.candidates, versions.fetched_at as since_at, stamps.since_version
from stamps
join versions on versions.version = stamps.since_version
join policies on policies.policy = stamps.policy
where stamps.current = 1 and policies.edition = 0;

-- Which policies state a date of update that is more than twelve months old today?
create view stamps_older_than_a_year as
select
    service, policy, raw, first_on, last_on, latest_on,
    cast(julianday('now') - julianday(latest_on) as integer) as days_old, changed_at, since_version
from (
    select
        stamps.service, stamps.policy, stamps.raw, stamps.first_on, stamps.last_on, policies.changed_at,
        stamps.since_version,
        (select max(json_extract(value, '$[1]')) from json_each(stamps.candidates)) as latest_on
    from stamps
    join policies on policies.policy = stamps.policy
    where stamps.current = 1 and stamps.role = 'updated' and policies.ended = 0 and policies.edition = 0
        and stamps.basis not like '%"relative"%'
)
where date(latest_on, '+12 months') < date('now');

-- What looks odd, without saying why it happened?
create view flagged as
select
    verdicts.verdict, verdicts.version, verdicts.fetched_on, services.name as service_name,
    policies.name as policy_name, verdicts.facet, verdicts.value, verdicts.certainty, verdicts.reason,
    versions.headline, versions.significance, verdicts.policy, verdicts.service
from verdicts
join versions on versions.version = verdicts.version
join policies on policies.policy = verdicts.policy
join services on services.service = verdicts.service
where (verdicts.truth = 'TRUE' or verdicts.truth = 'FALSE' and verdicts.value = 'short_on_public_channel')
    and versions.kind = 'capture' and versions.returns = 0 and versions.transient = 0
    and verdicts.value in (
        'silent_change', 'stamp_regressed', 'stamp_only', 'short_on_public_channel',
        'old_text_served_after_effect', 'backdated', 'older_than_12_months', 'effective_date_moved'
    );

-- How much happened in each month?
create view activity as
select
    substr(fetched_at, 1, 7) as month, significance, count(*) as versions,
    sum(words_added) as words_added, sum(words_removed) as words_removed
from versions
where previous is not null and kind = 'capture' and returns = 0 and significance is not null
group by 1, 2;

-- Which words came, and where? Search here by word.
create view added_words as
select
    changes.change, changes.fetched_on, changes.service, changes.policy, changes.heading,
    changes.significance, changes.kind, passages.text, changes.words_added as words, changes.added,
    changes.version
from changes
join passages on passages.passage = changes.added
join versions on versions.version = changes.version
where versions.kind = 'capture';

-- Which words went, and from where? Search here by word.
create view removed_words as
select
    changes.change, changes.fetched_on, changes.service, changes.policy, changes.heading_before as heading,
    changes.significance, changes.kind, passages.text, changes.words_removed as words, changes.removed,
    changes.version
from changes
join passages on passages.passage = changes.removed
join versions on versions.version = changes.version
where versions.kind = 'capture';

-- When did nobody look? Stretches without a check that reached the page, longer than two days.
create view coverage_gaps as
select policy, from_at, to_at, round(julianday(to_at) - julianday(from_at), 1) as days, 0 as within
from (
    select
        policy, last_at as from_at,
        lead(first_at) over (partition by policy order by first_at) as to_at
    from checks
    where outcome in ('new', 'unchanged', 'returned')
)
where julianday(to_at) - julianday(from_at) > 2
union all
select policy, first_at, last_at, round(gap / 86400.0, 1), 1
from checks
where outcome in ('new', 'unchanged', 'returned') and gap > 2 * 86400;
