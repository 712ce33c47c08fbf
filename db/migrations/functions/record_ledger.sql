-- Writes a row of the universal ledger: who (p_actor: 'customer:<id>', 'staff:<channel>:<sender>') did what (p_opcode) where
-- (p_target: 'Table 4', 'order:<id>', 'stock') with what (p_node: an item, or the thing acted on), how many of it.
-- Writes: cold.orevents.
create or replace function app.record_ledger(
  p_tenant uuid, p_actor text, p_target text, p_node text, p_opcode integer, p_qty integer, p_payload jsonb, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.orevents (tenant_id, actorid, targetid, nodeid, opcode, qty, payload, created_at)
  values (p_tenant, left(p_actor, 128), left(p_target, 128), left(p_node, 128), p_opcode, p_qty, p_payload, p_at);
end
$$;
