-- Whether an order may go from one step of its life to another; the only place that knows. On its way to ready it may leave
-- steps out: a small kitchen says "ready" and nothing before. A delivery is out before it is completed.
-- p_actor 'customer' can do nothing but cancel, up to the step p_until (tenants.cancel_until); anybody else is the shop.
create or replace function app.may_move_order(p_order_type text, p_from text, p_to text, p_actor text, p_until text)
  returns boolean
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_steps constant text[] := array['placed', 'accepted', 'preparing', 'ready'];
begin
  if p_actor = 'customer' then
    return p_to = 'cancelled'
      and coalesce(array_position(v_steps, p_from) <= array_position(v_steps, p_until), false);
  end if;
  return p_to = any (case p_from
    when 'placed' then array['accepted', 'preparing', 'ready', 'rejected', 'cancelled']
    when 'accepted' then array['preparing', 'ready', 'rejected', 'cancelled']
    when 'preparing' then array['ready', 'cancelled']
    when 'ready' then array[case p_order_type when 'delivery' then 'out_for_delivery' else 'completed' end, 'cancelled']
    when 'out_for_delivery' then array['completed', 'cancelled']
    else array[]::text[]
  end);
end
$$;
