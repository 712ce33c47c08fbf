-- The lines of the cart a change is about, by their numbers: those a reference means that can be made so. Where what was
-- last mentioned cannot be made so ("make it large", of a muffin), it is whatever in the cart can. Of several, those
-- that have what shall go. Where nothing can be made so, what the reference means: the refusal will tell.
-- Raises: OC002, OC007.
create or replace function app.lines_to_change(p_turn app.turn, p_reference jsonb, p_change jsonb) returns integer[]
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_meant integer[] := array(select l.line_no from app.find_lines(p_turn, p_reference) l);
  v_gone jsonb := coalesce(p_change -> 'without_options', '[]') || coalesce(p_change -> 'without', '[]');
  v_able integer[];
begin
  with able as (
    select l.line_no, v_gone <> '[]' and l.options @> (
      select coalesce(jsonb_agg(g.value), '[]') from jsonb_array_elements(v_gone) g) as has_it
    from app.find_lines(p_turn, case when p_reference ? 'last' then jsonb '{"all": true}' else p_reference end) l
    where app.can_be_made(p_turn.tenant_id, l.item_id, p_change)
  )
  select array_agg(a.line_no order by a.line_no) into v_able
  from able a
  where a.has_it or not exists (select from able b where b.has_it);
  if v_able is null or (p_reference ? 'last' and v_able @> v_meant) then
    return v_meant;
  end if;
  return v_able;
end
$$;
