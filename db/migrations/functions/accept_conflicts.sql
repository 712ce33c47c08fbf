-- A priced line with the conflicts the customer accepts for it: those of p_accept, and those of an equal line in his cart,
-- as far as they apply to it. p_accept: ["allergen:peanut", "diet:jain"], or null.
create or replace function app.accept_conflicts(p_turn app.turn, p_line jsonb, p_accept jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_accept jsonb := coalesce(p_accept, '[]') || coalesce((
    select c.accepted from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.line_key = p_line ->> 'line_key'
      and c.is_active), '[]');
begin
  if v_accept = '[]' then
    return p_line || jsonb '{"accepted": []}';
  end if;
  return p_line || jsonb_build_object('accepted', (
    select coalesce(jsonb_agg(distinct x.tag), '[]')
    from jsonb_array_elements(app.line_conflicts(p_turn, p_line - 'accepted')) c
    cross join lateral (select (c.value ->> 'kind') || ':' || (c.value ->> 'what') as tag) x
    where v_accept ? x.tag));
end
$$;
