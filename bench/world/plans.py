"""A published behavior plan for every client: four targets in different measures, phases, strategies, a goal, a card."""

from typing import Any

from bench.world.size import Size

TARGETS = """
create temp table target_kind (n int, measure text, kind text, name text, screen text, improvement text);
insert into target_kind values
    (1, 'rate', 'behaviour', 'Aggression', 'Hands', 'decrease'),
    (2, 'duration', 'behaviour', 'Leaves the room', 'Away', 'decrease'),
    (3, 'trial', 'skill', 'Follows a direction', 'Directions', 'increase'),
    (4, 'count', 'replacement', 'Asks for a break', 'Break card', 'increase');
create temp table plan as
    select c.n, c.id as client, uuidv7() as plan, uuidv7() as version, uuidv7() as goal, c.tss,
           now() - make_interval(days => 365 * c.years + 20) as begins from client c;
create temp table target as
    select p.n, k.n as number, uuidv7() as id, p.client, p.version, p.begins, k.measure, k.kind, k.name, k.screen,
           k.improvement from plan p cross join target_kind k;
create index on target (n, number);
"""
ROWS = """
insert into plans_plan (id, client_id, kind) select plan, client, 'behaviour' from plan;
insert into plans_planversion (id, plan_id, client_id, number, summary, made_by_id, published_at, published_by_id,
        published_as, digest, begins_at, review_on)
    select version, plan, client, 1, 'The first plan.', tss, begins, tss, 'Imani Okafor, LPC', repeat('0', 64), begins,
           current_date + 60 from plan;
insert into plans_target (id, client_id, kind, name, screen_name, measure, improvement, settings, pinned, began_at)
    select id, client, kind, name, screen, measure, improvement, '{}', number, begins from target;
insert into plans_targetline (id, version_id, client_id, target_id, number, kind, name, screen_name, measure, improvement,
        settings, pinned, definition, examples, non_examples)
    select uuidv7(), version, client, id, number, kind, name, screen, measure, improvement, '{}', number,
           'Hits or pushes another person with an open or closed hand.', 'Slaps an arm.', 'High fives.' from target;
insert into plans_phase (id, client_id, target_id, condition, label, begins_at, version_id)
    select uuidv7(), t.client, t.id, case k when 0 then 'baseline' when 2 then 'baseline' else 'intervention' end,
           case k when 0 then 'Baseline' when 1 then 'Break card' when 2 then 'Baseline 2' else 'Break card 2' end,
           t.begins + k * (now() - t.begins) / 4, t.version from target t, generate_series(0, 3) k;
insert into plans_otherchange (id, client_id, kind, label, at)
    select uuidv7(), client, 'school', 'New classroom', begins + (now() - begins) / 3 from plan;
insert into plans_strategy (id, version_id, client_id, moment, number, text)
    select uuidv7(), version, client, (array['before', 'during', 'after'])[1 + k % 3], k,
           'Offers the break card at the first sign, and waits beside the desk.' from plan, generate_series(1, 6) k;
insert into plans_crisisstep (id, version_id, client_id, number, text, who)
    select uuidv7(), version, client, k, 'Moves the others away and stays two steps off.', 'TSS'
    from plan, generate_series(1, 3) k;
insert into plans_cardline (id, version_id, client_id, stage, kind, number, text)
    select uuidv7(), version, client, (array['calm', 'trigger', 'escalating', 'crisis', 'recovery'])[1 + k / 4],
           (array['look', 'do', 'dont', 'say'])[1 + k % 4], k, 'Speaks little, and low.' from plan, generate_series(0, 19) k;
insert into plans_goal (id, version_id, client_id, number, words, own_words)
    select goal, version, client, 1, 'I want to read with my class.', true from plan;
insert into plans_objective (id, version_id, goal_id, client_id, number, text, target_id, unit, baseline, comparator,
        criterion, sessions_in_a_row, due_on)
    select uuidv7(), p.version, p.goal, p.client, 1, 'Aggression at most once an hour.', t.id, 'per hour', 6, '<=', 1, 3,
           current_date + 60 from plan p join target t on t.n = p.n and t.number = 1;
insert into bench_cast select 'target_' || c.name, t.id from client c join target t on t.n = c.n and t.number = 1
    where c.name <> '';
insert into bench_cast select 'objective_' || c.name, o.id from client c join plans_objective o on o.client_id = c.id
    where c.name <> '';
"""


def put(cursor: Any, size: Size) -> None:
    for one in filter(str.strip, (TARGETS + ROWS).split(";")):
        cursor.execute(one)
