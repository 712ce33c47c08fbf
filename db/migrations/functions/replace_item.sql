-- Puts a dish in the place of another: all of it or, where it cannot be had so, nothing. p_new: {"item": {"item_id"},
-- "options", "without", "note", "accept"?} as app.add_to_cart takes a line; without p_quantity there are as many as
-- before. Where p_pieces is said, only so many go, and as many come. The same dish is only made otherwise: what was not said of it stays. A dish that goes against the
-- customer's rules is told in the view's conflicts, and nothing is replaced.
-- Writes: item_removed and item_added events. Raises: OC001, OC002, OC004 to OC011, OC017, OC019, OC020.
create or replace function app.replace_item(
  p_tenant uuid, p_turn jsonb, p_line jsonb, p_new jsonb, p_quantity integer default null,
  p_pieces integer default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_item text := p_new -> 'item' ->> 'item_id';
  v_lines hot.session_cart[];
  v_old hot.session_cart;
  v_gone integer;
  v_quantity integer;
  v_line jsonb;
  v_against jsonb;
  v_changed jsonb := jsonb '[]';
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  end if;
  v_lines := array(select l from app.find_lines(v_turn, p_line) l);
  if cardinality(v_lines) > 1 and not p_line ? 'all' then
    return app.session_view(v_turn, jsonb_build_object('ask_lines', (
      select jsonb_agg(l.line_no) from unnest(v_lines) l)));
  end if;
  v_old := v_lines[1];
  perform app.check_quantity(coalesce(p_pieces, 99));
  v_gone := (select sum(least(l.quantity, coalesce(p_pieces, 99)))::integer from unnest(v_lines) l);
  v_quantity := app.check_quantity(coalesce(p_quantity, v_gone));
  perform app.require_available(v_turn, v_item, v_quantity + app.pieces_in_cart(v_turn, v_item)
    - case v_item when v_old.item_id then v_gone else 0 end);
  v_line := app.accept_conflicts(v_turn, app.price_line(p_tenant, v_item, case
    when v_old.item_id = v_item then app.changed_wish(v_old, p_new) else p_new end, app.judged_at(v_turn)),
    p_new -> 'accept');
  v_against := app.added_conflicts(v_turn, app.cart_line(v_old), v_line);
  if v_against <> '[]' then
    return app.session_view(v_turn, jsonb_build_object(
      'conflicts', jsonb_build_array(app.conflicting_line(0, v_line, v_against))));
  end if;
  foreach v_old in array v_lines loop
    v_changed := v_changed || jsonb_build_array(app.put_quantity(
      v_turn, v_old, greatest(0, v_old.quantity - coalesce(p_pieces, 99))));
  end loop;
  v_changed := v_changed || jsonb_build_array(app.add_line(v_turn, v_line, v_quantity));
  return app.session_view(v_turn, jsonb_build_object('changed', v_changed));
end
$$;
