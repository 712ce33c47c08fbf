-- A line's options, removals and note after a change: the wish price_line is asked for.
-- A new option pushes out what its group can no longer hold, and what is left out cannot be chosen as well.
-- Raises: OC008 through settle_choices.
create or replace function app.changed_wish(p_line hot.session_cart, p_change jsonb) returns jsonb
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  with chosen as (
    select *
    from jsonb_to_recordset(
      app.settle_choices(p_line.tenant_id, p_line.item_id, coalesce(p_change -> 'options', '[]')))
      as c (group_id text, option_id text, amount text, count integer)
  ), taken_off as (
    select group_id, option_id from jsonb_to_recordset(coalesce(p_change -> 'without_options', '[]'))
      as c (group_id text, option_id text)
    union all
    select group_id, option_id from jsonb_to_recordset(coalesce(p_change -> 'without', '[]'))
      as c (group_id text, option_id text)
  ), kept as (
    select o.* from jsonb_to_recordset(p_line.options) as o (group_id text, option_id text, amount text, count integer)
    left join cold.option_group g on g.tenant_id = p_line.tenant_id and g.group_id = o.group_id
    where (o.group_id, o.option_id) not in (select t.group_id, t.option_id from taken_off t)
      and (o.group_id, o.option_id) not in (select c.group_id, c.option_id from chosen c)
      and not (g.max_choices is not distinct from 1 and o.group_id in (select c.group_id from chosen c))
  ), left_out as (
    select w.group_id, w.option_id from jsonb_to_recordset(p_line.without) as w (group_id text, option_id text)
    where (w.group_id, w.option_id) not in (select c.group_id, c.option_id from chosen c)
      and (w.group_id, w.option_id) not in (select t.group_id, t.option_id from taken_off t)
    union
    select w.group_id, w.option_id from jsonb_to_recordset(coalesce(p_change -> 'without', '[]'))
      as w (group_id text, option_id text)
  )
  select jsonb_build_object(
    'options', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from (table kept union all table chosen) a),
    'without', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from left_out l),
    'note', coalesce(p_change ->> 'note', p_line.note))
$$;
