-- Sets the quantity of a line to 1 to 99; of all lines a reference means where that says so. Else one that fits several
-- lines changes nothing and asks which. A line that goes against the customer's rules, which he has not accepted, is not
-- made more: that is told in the view's conflicts, and nothing is changed.
-- Writes: a quantity_set event a line. Raises: OC002, OC004, OC007; where it becomes more, as require_available.
create or replace function app.set_quantity(p_tenant uuid, p_turn jsonb, p_line jsonb, p_quantity integer) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_lines hot.session_cart[];
  v_conflicts jsonb;
  v_changed jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  perform app.check_quantity(p_quantity);
  v_lines := array(select l from app.find_lines(v_turn, p_line) l);
  if cardinality(v_lines) > 1 and not p_line ? 'all' then
    return app.session_view(v_turn, jsonb_build_object('ask_lines', (select jsonb_agg(l.line_no) from unnest(v_lines) l)));
  end if;
  v_conflicts := (
    select jsonb_agg(app.conflicting_line(0, app.cart_line(l), a.against))
    from unnest(v_lines) l, lateral (select app.line_conflicts(v_turn, app.cart_line(l)) as against) a
    where p_quantity > l.quantity and a.against <> '[]');
  if v_conflicts is not null then
    return app.session_view(v_turn, jsonb_build_object('conflicts', v_conflicts));
  end if;
  v_changed := (select jsonb_agg(app.put_quantity(v_turn, l, p_quantity)) from unnest(v_lines) l);
  return app.session_view(v_turn, jsonb_build_object('changed', v_changed));
end
$$;
