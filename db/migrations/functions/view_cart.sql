-- The cart as it stands, each line with the reason why its dish, or what was chosen of it, cannot be had for the time it
-- is ordered for, if there is one. Writes nothing of the session but the turn itself.
create or replace function app.view_cart(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  -- A statement of its own: what it waited for or revived is seen only by the next one.
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_view jsonb := app.session_view(v_turn);
  v_at timestamptz := app.judged_at(v_turn);
  v_refusals jsonb;
  v_gone jsonb;
begin
  select app.session_refusals(v_turn, array_agg(c.item_id order by c.line_no), array_agg(c.quantity order by c.line_no), true)
    into v_refusals
  from hot.session_cart c where c.tenant_id = p_tenant and c.session_id = v_turn.session_id and c.is_active
  having count(*) > 0;
  select jsonb_object_agg(c.line_no, jsonb_build_object('reason', 'option', 'item', g.names[1])) into v_gone
  from hot.session_cart c
  join cold.menu_item i on i.tenant_id = c.tenant_id and i.item_id = c.item_id
  cross join lateral (select app.options_gone(i, c.options, v_at) || app.things_gone(i, c.without) as names) g
  where c.tenant_id = p_tenant and c.session_id = v_turn.session_id and c.is_active and g.names <> '{}';
  if v_refusals <> '{}' or v_gone is not null then
    v_view := v_view || jsonb_build_object('lines', (
      select jsonb_agg(l.value || jsonb_build_object(
          'refusal', coalesce(v_refusals -> (l.value ->> 'item_id') -> 0, v_gone -> (l.value ->> 'line_no')))
        order by l.ordinality)
      from jsonb_array_elements(v_view -> 'lines') with ordinality l));
  end if;
  return v_view;
end
$$;
