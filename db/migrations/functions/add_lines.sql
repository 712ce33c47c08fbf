-- Adds lines to the cart of a locked session: all of them or, where one is refused, none. Returns what was "changed", and
-- the "conflicts" of the lines that go against the customer's rules and were left out. p_lines: as add_to_cart has them.
-- Writes: item_added events. Raises: OC001, OC002, OC004, OC005, OC006, OC008, OC009, OC010, OC011, OC017, OC019, OC020.
create or replace function app.add_lines(p_turn app.turn, p_lines jsonb) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_at timestamptz := app.judged_at(p_turn);
  v_wish record;
  v_line jsonb;
  v_against jsonb;
  v_changed jsonb := jsonb '[]';
  v_conflicts jsonb := jsonb '[]';
begin
  for v_wish in
    select w.ordinality - 1 as index, w.value as said from jsonb_array_elements(p_lines) with ordinality w
  loop
    v_wish.said := app.resolve_wish(p_turn, v_wish.said);
    -- First whether it can be had at all: nobody is asked about the options of what cannot.
    perform app.require_available(
      p_turn, v_wish.said ->> 'item_id',
      app.pieces_in_cart(p_turn, v_wish.said ->> 'item_id') + app.check_quantity((v_wish.said ->> 'quantity')::integer));
    v_line := app.accept_conflicts(
      p_turn, app.price_line(p_turn.tenant_id, v_wish.said ->> 'item_id', v_wish.said, v_at), v_wish.said -> 'accept');
    v_against := app.line_conflicts(p_turn, v_line);
    if v_against = '[]' then
      v_changed := v_changed || jsonb_build_array(app.add_line(
        p_turn, v_line, (v_wish.said ->> 'quantity')::integer));
    else
      v_conflicts := v_conflicts || jsonb_build_array(app.conflicting_line(v_wish.index, v_line, v_against));
    end if;
  end loop;
  return jsonb_build_object('changed', v_changed, 'conflicts', v_conflicts);
end
$$;
