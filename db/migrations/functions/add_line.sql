-- Adds pieces of a priced line to a locked session's cart and returns the changed line. The caller has judged that all
-- the pieces can be had. A line that was in the cart before starts again from zero, under its old number. Where a line in
-- the cart had another price, all of it gets the new one, and the changed line tells the old one in `was`.
-- Writes: an item_added event. Raises: OC004 over 99, OC017 over 50 lines.
create or replace function app.add_line(p_turn app.turn, p_line jsonb, p_quantity integer) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_before hot.session_cart;
  v_had integer;
  v_event jsonb;
begin
  select * into v_before from hot.session_cart c
  where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.line_key = p_line ->> 'line_key';
  v_had := case when v_before.is_active then v_before.quantity else 0 end;
  if v_had = 0 and 50 <= (
    select count(*) from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.is_active
  ) then
    raise exception 'cart of % is full', p_turn.session_id
      using errcode = 'OC017', detail = jsonb_build_object('max', 50);
  end if;
  v_event := p_line || jsonb_build_object(
    'quantity', p_quantity,
    'quantity_after', app.check_quantity(v_had + p_quantity),
    'line_no', coalesce(v_before.line_no, (
      select coalesce(max(c.line_no), 0) + 1 from hot.session_cart c
      where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id)));
  perform app.record_event(p_turn, 'item_added', v_event);
  return app.changed_line(v_event, p_quantity)
    || case when v_had > 0 and v_before.price <> (p_line ->> 'price')::numeric
            then jsonb_build_object('was', v_before.price::text) else '{}' end;
end
$$;
