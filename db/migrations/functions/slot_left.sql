-- How many more orders a slot takes, but for the place this session's open checkout holds in it.
create or replace function app.slot_left(p_turn app.turn, p_slot timestamptz) returns integer
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select t.slot_capacity - (
      select count(*)::integer from cold.slot_booking b
      where b.tenant_id = p_turn.tenant_id and b.slot_at = p_slot
        and (b.order_id is not null or (b.expires_at > p_turn.at and b.session_id <> p_turn.session_id)))
    from cold.tenants t where t.tenant_id = p_turn.tenant_id);
end
$$;
