-- Remembers how a customer had his order, for the next one, and where this one goes.
-- Writes: cold.customer_contact, cold.order_contact.
create or replace function app.keep_contact(p_turn app.turn, p_order uuid, p_order_type text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.customer_contact as c (tenant_id, customer_id, order_type, updated_at)
  values (p_turn.tenant_id, p_turn.customer_id, p_order_type, p_turn.at)
  on conflict (tenant_id, customer_id) do update set order_type = excluded.order_type, updated_at = excluded.updated_at;
  if p_order_type = 'delivery' then
    insert into cold.order_contact (tenant_id, order_id, name, address, latitude, longitude, phone)
    select c.tenant_id, p_order, (
             select i.name from cold.sessions s
             join cold.customer_identity i on i.tenant_id = s.tenant_id and i.channel = s.channel and i.sender = s.sender
             where s.tenant_id = c.tenant_id and s.session_id = p_turn.session_id),
           c.address, c.latitude, c.longitude, c.phone
    from cold.customer_contact c
    where c.tenant_id = p_turn.tenant_id and c.customer_id = p_turn.customer_id;
  end if;
end
$$;
