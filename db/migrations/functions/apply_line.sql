-- Puts a cart line as an event describes it; a quantity_after of 0 deactivates it and keeps the row.
-- Writes: hot.session_cart. Called by apply_event only.
create or replace function app.apply_line(p_tenant uuid, p_session text, p_line jsonb, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_after integer := (p_line ->> 'quantity_after')::integer;
begin
  if v_after = 0 then
    update hot.session_cart c set is_active = false, updated_at = p_at
    where c.tenant_id = p_tenant and c.session_id = p_session and c.line_no = (p_line ->> 'line_no')::integer;
    return;
  end if;
  insert into hot.session_cart as c (tenant_id, session_id, line_no, line_key, item_id, item_name, quantity, price,
                                     options, without, note, accepted, is_active, added_at, updated_at)
  values (p_tenant, p_session, (p_line ->> 'line_no')::integer, p_line ->> 'line_key', p_line ->> 'item_id',
          p_line ->> 'item_name', v_after, (p_line ->> 'price')::numeric, p_line -> 'options', p_line -> 'without',
          p_line ->> 'note', coalesce(p_line -> 'accepted', '[]'), true, p_at, p_at)
  on conflict (tenant_id, session_id, line_no) do update set
    line_key = excluded.line_key, item_name = excluded.item_name, quantity = excluded.quantity, price = excluded.price,
    options = excluded.options, without = excluded.without, note = excluded.note,
    accepted = excluded.accepted, is_active = true, updated_at = excluded.updated_at;
end
$$;
